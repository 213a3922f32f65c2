SELECT
    t.oid,
    t.nspname,
    t.relname,
    t.relkind = 'p',
    coalesce((SELECT i.inhparent FROM pg_catalog.pg_inherits AS i WHERE i.inhrelid = t.oid LIMIT 1), 0),
    t.relfilenode,
    pg_catalog.obj_description(t.oid, 'pg_class')
FROM own_tables AS t
ORDER BY t.nspname COLLATE "C", t.relname COLLATE "C"
