-- A row for each lexicon that was there before V18 and has not changed since. V18 left that out, for it had locked out writers; here all terms are
-- read and nobody waits. Where the triggers have made the row meanwhile, or make it now, its number stays. Names that V28 refuses belong to
-- terms that are out of use.

INSERT INTO lexicons (lexicon_id, version, updated_at)
SELECT
    lexicon_id,
    1,
    max(updated_at)
FROM lexicon_terms
WHERE lexicon_id ~ '^[A-Za-z0-9_-]{1,100}$'
GROUP BY lexicon_id
ORDER BY lexicon_id COLLATE "C"
ON CONFLICT (lexicon_id) DO NOTHING;
