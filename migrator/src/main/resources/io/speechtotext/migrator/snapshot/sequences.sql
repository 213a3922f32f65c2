-- Only what differs from the defaults is said. The sequence of an identity has a name that nobody chose.
, described AS (
    SELECT
        seqrelid,
        seqtypid,
        concat(
            ' start ' || CASE WHEN seqstart <> CASE WHEN seqincrement > 0 THEN seqmin ELSE seqmax END THEN seqstart END,
            ' increment ' || CASE WHEN seqincrement <> 1 THEN seqincrement END,
            ' minvalue ' || CASE WHEN seqmin <> CASE WHEN seqincrement > 0 THEN 1 ELSE least_value END THEN seqmin END,
            ' maxvalue ' || CASE WHEN seqmax <> CASE WHEN seqincrement > 0 THEN greatest_value ELSE -1 END THEN seqmax END,
            ' cache ' || CASE WHEN seqcache <> 1 THEN seqcache END,
            CASE WHEN seqcycle THEN ' cycle' END
        ) AS options
    FROM pg_sequence
    JOIN (
        VALUES
            ('smallint'::regtype, -32768::bigint, 32767::bigint),
            ('integer', -2147483648, 2147483647),
            ('bigint', -9223372036854775808, 9223372036854775807)
    ) AS types (type, least_value, greatest_value) ON type = seqtypid
), owned AS (
    SELECT objid, deptype, owner.kind, owner.name, quote_ident(attname) AS column_name
    FROM pg_depend
    JOIN relation AS owner ON owner.oid = refobjid
    JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid
    WHERE classid = 'pg_class'::regclass AND refclassid = 'pg_class'::regclass AND deptype IN ('a', 'i')
)
SELECT relation.kind, relation.name, NULL, NULL, concat(
    format_type(seqtypid, NULL),
    options,
    ' owned by ' || owned.name || '.' || column_name
)
FROM relation
JOIN described ON seqrelid = relation.oid
LEFT JOIN owned ON objid = seqrelid
WHERE deptype IS DISTINCT FROM 'i'
UNION ALL
SELECT kind, name, 'identity', column_name, ltrim(options)
FROM owned
JOIN described ON seqrelid = objid
WHERE deptype = 'i' AND options <> ''
