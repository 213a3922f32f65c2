-- Back to one list for the whole service, in which a term occurs once. Replacements and the terms' lexicons are lost with
-- their columns: the version before has no place for them.

-- Two rows of one term cannot both stay, and which one is meant is not for a script to guess. The rows can be in two lexicons, or in
-- one under two normalized forms. The lock comes first, so that no row can slip in behind the check; the statements below would
-- take it anyway.
DO $refuse_repeated_terms$
DECLARE
    shown CONSTANT integer := 20;
    term_count bigint;
    listing text;
BEGIN
    LOCK TABLE lexicon_terms IN ACCESS EXCLUSIVE MODE;

    SELECT
        count(*),
        string_agg(line, E'\n' ORDER BY place) FILTER (WHERE place <= shown)
    INTO term_count, listing
    FROM (
        SELECT
            row_number() OVER (ORDER BY min(id)) AS place,
            format('  %L: ', term)
                || array_to_string((array_agg(format('lexicon %L (id %s)', lexicon_id, id) ORDER BY id))[:shown], ', ')
                || CASE WHEN count(*) > shown THEN format(', and %s more', count(*) - shown) ELSE '' END AS line
        FROM lexicon_terms
        GROUP BY term
        HAVING count(*) > 1
    ) AS repeated_terms;

    IF term_count > 0 THEN
        RAISE EXCEPTION USING
            MESSAGE = format(
                E'lexicon_terms: %s term(s) found in several rows, but the unique constraint uq_lexicon_terms_term,'
                ' which this undo brings back, wants each once in the whole table. Nothing was changed. They are:\n%s%s',
                term_count,
                listing,
                CASE WHEN term_count > shown THEN format(E'\n  and %s more', term_count - shown) ELSE '' END
            ),
            HINT = E'Leave one row for each term, then undo again. Setting is_active to false is not enough: inactive rows count too.\n'
                '  To see the rows: SELECT * FROM lexicon_terms WHERE term IN'
                ' (SELECT term FROM lexicon_terms GROUP BY term HAVING count(*) > 1) ORDER BY term, id;\n'
                '  To keep the oldest of each: DELETE FROM lexicon_terms AS newer USING lexicon_terms AS older'
                ' WHERE newer.term = older.term AND newer.id > older.id;';
    END IF;
END
$refuse_repeated_terms$;

DROP INDEX ix_lexicon_terms_lexicon_id;

ALTER TABLE lexicon_terms
    DROP CONSTRAINT uq_lexicon_terms_lexicon_normalized,
    ADD CONSTRAINT uq_lexicon_terms_term UNIQUE (term),
    DROP COLUMN replacement,
    DROP COLUMN lexicon_id;

COMMENT ON TABLE lexicon_terms IS 'Words and names that transcripts should spell right: one list for the whole service.';
COMMENT ON COLUMN lexicon_terms.term IS 'The term in its right spelling; unique, inactive rows included.';
COMMENT ON COLUMN lexicon_terms.normalized_term IS
    'Form of term by which terms are compared, such as its lower case; the writer computes it, and several terms may share one.';
