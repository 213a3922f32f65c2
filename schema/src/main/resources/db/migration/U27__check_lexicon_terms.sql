-- Back to terms that each writer normalises as it likes.

ALTER TABLE lexicon_terms
    DROP CONSTRAINT ck_lexicon_terms_times,
    DROP CONSTRAINT ck_lexicon_terms_metadata,
    DROP CONSTRAINT ck_lexicon_terms_confidence_boost,
    DROP CONSTRAINT ck_lexicon_terms_frequency,
    DROP CONSTRAINT ck_lexicon_terms_lexicon_id,
    DROP CONSTRAINT ck_lexicon_terms_replacement,
    DROP CONSTRAINT ck_lexicon_terms_normalized_term,
    DROP CONSTRAINT ck_lexicon_terms_term;

DROP TRIGGER normalize_lexicon_term ON lexicon_terms;
DROP FUNCTION normalize_lexicon_term();

COMMENT ON COLUMN lexicon_terms.normalized_term IS
    'Form of term by which terms are compared, such as its lower case, computed by the writer; unique within a lexicon, inactive rows too.';

COMMENT ON COLUMN lexicon_terms.metadata IS 'Further facts about the term, a JSON object; NULL when there are none.';
