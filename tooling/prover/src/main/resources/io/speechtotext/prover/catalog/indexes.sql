SELECT
    i.indrelid,
    i.indexrelid,
    t.nspname,
    c.relname,
    c.relfilenode,
    i.indisunique,
    i.indisprimary,
    i.indisvalid,
    (SELECT array_agg(k.attnum::integer ORDER BY k.place)
     FROM unnest(i.indkey::smallint[]) WITH ORDINALITY AS k (attnum, place)
     WHERE k.place <= i.indnkeyatts),
    pg_catalog.pg_get_expr(i.indpred, i.indrelid),
    pg_catalog.pg_get_indexdef(i.indexrelid),
    pg_catalog.obj_description(i.indexrelid, 'pg_class')
FROM own_tables AS t
JOIN pg_catalog.pg_index AS i ON i.indrelid = t.oid
JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
ORDER BY i.indrelid, c.relname COLLATE "C"
