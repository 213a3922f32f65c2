-- Fields of work spell the same sound differently, so a term now belongs to a lexicon and says what to write in its place.
-- What there was becomes lexicon 'general', where each term stands for itself: transcripts come out as before.

-- All rows end up in one lexicon, where the new rule wants normalized forms to be unique; the old rule did not. Which of two rows
-- to keep is not for a script to guess. The lock comes first, so that no row can slip in behind the check; the statements below
-- would take it anyway.
DO $refuse_shared_forms$
DECLARE
    shown CONSTANT integer := 20;
    form_count bigint;
    listing text;
BEGIN
    LOCK TABLE lexicon_terms IN ACCESS EXCLUSIVE MODE;

    SELECT
        count(*),
        string_agg(line, E'\n' ORDER BY place) FILTER (WHERE place <= shown)
    INTO form_count, listing
    FROM (
        SELECT
            row_number() OVER (ORDER BY min(id)) AS place,
            format('  %L: ', normalized_term)
                || array_to_string((array_agg(format('%L (id %s)', term, id) ORDER BY id))[:shown], ', ')
                || CASE WHEN count(*) > shown THEN format(', and %s more', count(*) - shown) ELSE '' END AS line
        FROM lexicon_terms
        GROUP BY normalized_term
        HAVING count(*) > 1
    ) AS shared_forms;

    IF form_count > 0 THEN
        RAISE EXCEPTION USING
            MESSAGE = format(
                E'lexicon_terms: %s normalized form(s) shared by several terms, but the unique constraint'
                ' uq_lexicon_terms_lexicon_normalized wants each once in a lexicon,'
                ' and all existing terms join lexicon ''general''. Nothing was changed. They are:\n%s%s',
                form_count,
                listing,
                CASE WHEN form_count > shown THEN format(E'\n  and %s more', form_count - shown) ELSE '' END
            ),
            HINT = E'Leave one row for each form, then migrate again. Setting is_active to false is not enough: inactive rows count too.\n'
                '  To see the rows: SELECT * FROM lexicon_terms WHERE normalized_term IN'
                ' (SELECT normalized_term FROM lexicon_terms GROUP BY normalized_term HAVING count(*) > 1)'
                ' ORDER BY normalized_term, id;\n'
                '  To keep the oldest of each: DELETE FROM lexicon_terms AS newer USING lexicon_terms AS older'
                ' WHERE newer.normalized_term = older.normalized_term AND newer.id > older.id;';
    END IF;
END
$refuse_shared_forms$;

ALTER TABLE lexicon_terms
    ADD COLUMN lexicon_id varchar(100),
    ADD COLUMN replacement varchar(255);

UPDATE lexicon_terms
SET
    lexicon_id = 'general',
    replacement = term
WHERE lexicon_id IS NULL;

-- No defaults: a writer who forgets the lexicon should hear of it.
ALTER TABLE lexicon_terms
    ALTER COLUMN lexicon_id SET NOT NULL,
    ALTER COLUMN replacement SET NOT NULL,
    DROP CONSTRAINT uq_lexicon_terms_term,
    ADD CONSTRAINT uq_lexicon_terms_lexicon_normalized UNIQUE (lexicon_id, normalized_term);

CREATE INDEX ix_lexicon_terms_lexicon_id ON lexicon_terms (lexicon_id);

COMMENT ON TABLE lexicon_terms IS
    'Words and names that transcripts should spell right, each with its replacement, in one list for each lexicon.';
COMMENT ON COLUMN lexicon_terms.term IS 'Text to look for in a transcript; other lexicons may hold the same one.';
COMMENT ON COLUMN lexicon_terms.normalized_term IS
    'Form of term by which terms are compared, such as its lower case, computed by the writer; unique within a lexicon, inactive rows too.';
COMMENT ON COLUMN lexicon_terms.lexicon_id IS
    'Name of the lexicon that the term belongs to, such as general; there is no table of lexicons.';
COMMENT ON COLUMN lexicon_terms.replacement IS 'Text to write where term is found; equal to term when the term only has to be known.';
