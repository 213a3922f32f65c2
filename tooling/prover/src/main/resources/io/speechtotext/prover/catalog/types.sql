SELECT
    y.oid,
    n.nspname,
    y.typname,
    y.typtype,
    y.typbasetype,
    ARRAY(
        SELECT e.enumlabel::text FROM pg_catalog.pg_enum AS e WHERE e.enumtypid = y.oid ORDER BY e.enumsortorder
    )
FROM own_schemas AS n
JOIN pg_catalog.pg_type AS y ON y.typnamespace = n.oid
LEFT JOIN pg_catalog.pg_class AS c ON c.oid = y.typrelid
WHERE (y.typtype IN ('e', 'd', 'r') OR (y.typtype = 'c' AND c.relkind = 'c'))
  AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_depend AS d
      WHERE d.classid = 'pg_catalog.pg_type'::regclass AND d.objid = y.oid AND d.deptype = 'e'
  )
ORDER BY n.nspname COLLATE "C", y.typname COLLATE "C"
