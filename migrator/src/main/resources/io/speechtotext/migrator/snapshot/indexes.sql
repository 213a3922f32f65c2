-- Without those that a constraint made. The server always names the table, with its schema; here it is known.
SELECT relation.kind, relation.name, 'index', quote_ident(index_class.relname), concat(
    CASE WHEN indisunique THEN 'unique ' END,
    substr(
        pg_get_indexdef(indexrelid),
        1 + length(concat(
            'CREATE ',
            CASE WHEN indisunique THEN 'UNIQUE ' END,
            'INDEX ', quote_ident(index_class.relname), ' ON ',
            CASE WHEN index_class.relkind = 'I' THEN 'ONLY ' END,
            quote_ident(schema.nspname), '.', relation.name, ' USING '
        ))
    ),
    CASE WHEN NOT indisvalid THEN ' invalid' END
)
FROM schema, relation
JOIN pg_index ON indrelid = relation.oid
JOIN pg_class AS index_class ON index_class.oid = indexrelid
WHERE NOT EXISTS (
    SELECT
    FROM pg_constraint
    WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x')
)
UNION ALL
SELECT kind, name, 'statistics', quote_ident(stxname), substr(
    pg_get_statisticsobjdef(pg_statistic_ext.oid),
    1 + length(format('CREATE STATISTICS %I.%I ', pg_namespace.nspname, stxname))
)
FROM relation
JOIN pg_statistic_ext ON stxrelid = relation.oid
JOIN pg_namespace ON pg_namespace.oid = stxnamespace
