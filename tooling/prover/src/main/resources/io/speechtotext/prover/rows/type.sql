SELECT
    t.typname,
    n.nspname = 'pg_catalog',
    t.typtype,
    t.typcategory,
    CASE t.typtype
        WHEN 'd' THEN t.typbasetype
        WHEN 'r' THEN (SELECT r.rngsubtype FROM pg_catalog.pg_range AS r WHERE r.rngtypid = t.oid)
        -- By name within JSON: servers before 14 have no such column.
        WHEN 'm' THEN (
            SELECT r.rngtypid FROM pg_catalog.pg_range AS r
            WHERE pg_catalog.to_jsonb(r) ->> 'rngmultitypid' = t.oid::text
        )
        ELSE t.typelem
    END,
    t.typtypmod,
    t.typdelim,
    t.typnotnull,
    CASE WHEN t.typtype = 'd' THEN pg_catalog.format_type(t.typbasetype, t.typtypmod) ELSE '' END,
    ARRAY(SELECT e.enumlabel::text FROM pg_catalog.pg_enum AS e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder),
    ARRAY(
        SELECT a.atttypid::bigint FROM pg_catalog.pg_attribute AS a
        WHERE t.typtype = 'c' AND a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY a.attnum
    ),
    ARRAY(
        SELECT a.atttypmod FROM pg_catalog.pg_attribute AS a
        WHERE t.typtype = 'c' AND a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY a.attnum
    ),
    ARRAY(
        SELECT pg_catalog.pg_get_expr(c.conbin, 0) FROM pg_catalog.pg_constraint AS c
        WHERE c.contypid = t.oid AND c.contype = 'c'
        ORDER BY c.conname COLLATE "C"
    ),
    ARRAY(
        SELECT c.conname::text FROM pg_catalog.pg_constraint AS c
        WHERE c.contypid = t.oid AND c.contype = 'c'
        ORDER BY c.conname COLLATE "C"
    )
FROM pg_catalog.pg_type AS t
JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
WHERE t.oid = ?
