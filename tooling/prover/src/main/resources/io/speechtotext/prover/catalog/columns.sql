SELECT
    a.attrelid,
    a.attnum,
    a.attname,
    pg_catalog.format_type(a.atttypid, a.atttypmod),
    a.atttypid,
    a.atttypmod,
    a.attnotnull,
    pg_catalog.pg_get_expr(d.adbin, d.adrelid),
    a.attidentity,
    a.attgenerated,
    c.description
FROM own_tables AS t
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
LEFT JOIN pg_catalog.pg_description AS c
    ON c.objoid = a.attrelid AND c.classoid = 'pg_catalog.pg_class'::regclass AND c.objsubid = a.attnum
ORDER BY a.attrelid, a.attnum
