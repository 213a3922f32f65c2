-- Without not-null constraints, which only PostgreSQL 18 has and which show in the columns, and without the copies that a foreign key
-- to or from a partitioned table makes of itself.
SELECT kind, name, 'constraint', quote_ident(conname), concat(
    pg_get_constraintdef(pg_constraint.oid),
    CASE WHEN NOT indisvalid THEN ' invalid' END
)
FROM relation
JOIN pg_constraint ON conrelid = relation.oid
LEFT JOIN pg_index ON indexrelid = conindid AND contype IN ('p', 'u', 'x')
WHERE contype IN ('p', 'u', 'f', 'c', 'x') AND NOT (contype = 'f' AND conparentid <> 0)
