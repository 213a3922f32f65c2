-- The rules of V27 for all rows. Some may have been written between the repair of V26 and those rules: they are repaired first, in
-- batches as before. Then the server reads the table once, while others go on reading and writing.

-- Repeatable: rows that were repaired are passed over, and without the procedure there are none left
DO $repair$
BEGIN
    IF to_regprocedure('repair_lexicon_terms()') IS NOT NULL THEN
        CALL repair_lexicon_terms();
    END IF;
END
$repair$;

ALTER TABLE lexicon_terms
    VALIDATE CONSTRAINT ck_lexicon_terms_term,
    VALIDATE CONSTRAINT ck_lexicon_terms_normalized_term,
    VALIDATE CONSTRAINT ck_lexicon_terms_replacement,
    VALIDATE CONSTRAINT ck_lexicon_terms_lexicon_id,
    VALIDATE CONSTRAINT ck_lexicon_terms_frequency,
    VALIDATE CONSTRAINT ck_lexicon_terms_confidence_boost,
    VALIDATE CONSTRAINT ck_lexicon_terms_metadata,
    VALIDATE CONSTRAINT ck_lexicon_terms_times;

DROP PROCEDURE IF EXISTS repair_lexicon_terms();
DROP VIEW IF EXISTS repaired_lexicon_terms;

-- V26 gave odd names up, and nothing can bring them back: the rows that the triggers of V18 made for them are of no lexicon any more.
-- Repeatable: those that are gone are passed over
DELETE FROM lexicons
WHERE lexicon_id !~ '^[A-Za-z0-9_-]{1,100}$';

-- Repeatable: what is there is replaced
ALTER TABLE lexicons
    DROP CONSTRAINT IF EXISTS ck_lexicons_lexicon_id,
    ADD CONSTRAINT ck_lexicons_lexicon_id CHECK (lexicon_id ~ '^[A-Za-z0-9_-]{1,100}$') NOT VALID;

COMMENT ON CONSTRAINT ck_lexicons_lexicon_id ON lexicons IS 'The name of a lexicon is 1 to 100 letters of ASCII, digits, _ and -.';

ALTER TABLE lexicons VALIDATE CONSTRAINT ck_lexicons_lexicon_id;
