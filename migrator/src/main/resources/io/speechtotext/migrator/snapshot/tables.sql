-- Tables and views themselves, and what is said of them as a whole.
SELECT kind, name, NULL, NULL, ''
FROM relation
WHERE relkind NOT IN ('S', 'c')
UNION ALL
SELECT kind, name, 'unlogged', '', ''
FROM relation
WHERE relkind IN ('r', 'p') AND relpersistence = 'u'
UNION ALL
SELECT kind, name, 'options', '', (
    SELECT string_agg(option, ', ' ORDER BY option COLLATE "C")
    FROM unnest(reloptions) AS option
)
FROM relation
WHERE reloptions IS NOT NULL
UNION ALL
SELECT kind, name, 'row-security', '', concat_ws(
    ', ',
    CASE WHEN relrowsecurity THEN 'enabled' END,
    CASE WHEN relforcerowsecurity THEN 'forced' END
)
FROM relation
WHERE relrowsecurity OR relforcerowsecurity
UNION ALL
SELECT kind, name, 'partition-by', '', pg_get_partkeydef(oid)
FROM relation
WHERE relkind = 'p'
UNION ALL
SELECT kind, name, 'partition-of', '', format('%s %s', inhparent::regclass, pg_get_expr(relpartbound, oid))
FROM relation
JOIN pg_inherits ON inhrelid = oid
WHERE relispartition
UNION ALL
SELECT kind, name, 'inherits', '', string_agg(inhparent::regclass::text, ', ' ORDER BY inhseqno)
FROM relation
JOIN pg_inherits ON inhrelid = oid
WHERE NOT relispartition
GROUP BY kind, name
UNION ALL
SELECT kind, name, 'server', '', quote_ident(srvname)
FROM relation
JOIN pg_foreign_table ON ftrelid = relation.oid
JOIN pg_foreign_server ON pg_foreign_server.oid = ftserver
UNION ALL
SELECT kind, name, 'definition', '', pg_get_viewdef(oid)
FROM relation
WHERE relkind IN ('v', 'm')
