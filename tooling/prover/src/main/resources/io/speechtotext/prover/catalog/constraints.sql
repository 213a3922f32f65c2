SELECT
    c.conrelid,
    c.oid,
    c.conname,
    c.contype,
    c.convalidated,
    c.conkey::integer[],
    c.confrelid,
    c.confkey::integer[],
    c.conindid,
    pg_catalog.pg_get_constraintdef(c.oid)
FROM own_tables AS t
JOIN pg_catalog.pg_constraint AS c ON c.conrelid = t.oid AND c.contype IN ('c', 'f', 'p', 'u', 'x')
-- A foreign key to a partitioned table has one more row for each partition of that table.
WHERE NOT EXISTS (
    SELECT FROM pg_catalog.pg_constraint AS whole
    WHERE whole.oid = c.conparentid AND whole.conrelid = c.conrelid
)
ORDER BY c.conrelid, c.conname COLLATE "C"
