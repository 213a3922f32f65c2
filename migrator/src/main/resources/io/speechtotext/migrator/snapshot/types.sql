-- Without arrays and multiranges, which come with other types, and the row types of tables.
, own_type AS (
    SELECT pg_type.*, quote_ident(typname) AS type_name
    FROM pg_type
    JOIN schema ON schema.oid = typnamespace
    LEFT JOIN relation ON relation.oid = typrelid
    WHERE (typtype IN ('e', 'd', 'r') OR relkind = 'c' OR (typtype = 'b' AND typcategory <> 'A'))
        AND NOT EXISTS (
            SELECT
            FROM pg_depend
            WHERE classid = 'pg_type'::regclass AND objid = pg_type.oid AND deptype = 'e'
        )
)
SELECT 'type', type_name, NULL, NULL, CASE typtype
    WHEN 'e' THEN 'enum'
    WHEN 'c' THEN 'composite'
    WHEN 'b' THEN 'base'
    WHEN 'r' THEN 'range over ' || (
        SELECT format_type(rngsubtype, NULL)
        FROM pg_range
        WHERE rngtypid = own_type.oid
    )
    WHEN 'd' THEN concat(
        'domain over ', format_type(typbasetype, typtypmod),
        ' collate ' || (
            SELECT collation_name.name
            FROM pg_type AS base
            JOIN collation_name ON collation_name.oid = own_type.typcollation
            WHERE base.oid = own_type.typbasetype AND base.typcollation <> own_type.typcollation
        ),
        CASE WHEN typnotnull THEN ' not null' END,
        ' default ' || typdefault
    )
END
FROM own_type
UNION ALL
SELECT 'type', type_name, 'values', '', (
    SELECT string_agg(quote_literal(enumlabel), E'\n' ORDER BY enumsortorder)
    FROM pg_enum
    WHERE enumtypid = own_type.oid
)
FROM own_type
WHERE typtype = 'e'
UNION ALL
SELECT 'type', type_name, 'constraint', quote_ident(conname), pg_get_constraintdef(pg_constraint.oid)
FROM own_type
JOIN pg_constraint ON contypid = own_type.oid AND contype = 'c'
UNION ALL
SELECT 'extension', quote_ident(extname), NULL, NULL, ''
FROM pg_extension
WHERE extname <> 'plpgsql'
