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
