-- Back to lexicons that are names only. Their versions are lost: whoever kept a lexicon in memory has to read it again.

DROP TRIGGER raise_lexicon_versions_on_truncate ON lexicon_terms;
DROP TRIGGER raise_lexicon_versions_on_delete ON lexicon_terms;
DROP TRIGGER raise_lexicon_versions_on_update ON lexicon_terms;
DROP TRIGGER raise_lexicon_versions_on_insert ON lexicon_terms;
DROP FUNCTION raise_lexicon_versions();
DROP TABLE lexicons;

COMMENT ON COLUMN lexicon_terms.lexicon_id IS
    'Name of the lexicon that the term belongs to, such as general; there is no table of lexicons.';
