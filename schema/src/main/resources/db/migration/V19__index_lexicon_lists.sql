-- Pages of a lexicon, and searches for the beginning of a term, shall cost the same wherever they start. Byte order ("C") serves both, in
-- whatever locale the database is: a prefix is then a range, and its wildcards are plain characters. Inactive terms are on no list.

CREATE INDEX CONCURRENTLY ix_lexicon_terms_active_list
ON lexicon_terms (lexicon_id, normalized_term COLLATE "C")
WHERE is_active;
