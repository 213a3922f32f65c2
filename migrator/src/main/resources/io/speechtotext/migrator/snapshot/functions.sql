-- An aggregate has no text of its own. A procedure's arguments: PostgreSQL 14 and later name the mode IN.
, own_function AS (
    SELECT
        pg_proc.*,
        format('%I(%s)', proname, oidvectortypes(proargtypes)) AS name,
        CASE prokind
            WHEN 'p' THEN 'procedure'
            WHEN 'a' THEN 'aggregate'
            WHEN 'w' THEN 'window-function'
            ELSE 'function'
        END AS kind
    FROM pg_proc
    JOIN schema ON schema.oid = pronamespace
    WHERE NOT EXISTS (
        SELECT
        FROM pg_depend
        WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype IN ('e', 'i')
    )
)
SELECT kind, name, NULL, NULL, ''
FROM own_function
UNION ALL
SELECT kind, name, 'arguments', '', CASE prokind
    WHEN 'p' THEN regexp_replace(pg_get_function_arguments(oid), '(^|, )IN ', '\1', 'g')
    ELSE pg_get_function_arguments(oid)
END
FROM own_function
WHERE proargnames IS NOT NULL OR pronargs > 0
UNION ALL
SELECT kind, name, 'returns', '', pg_get_function_result(oid)
FROM own_function
WHERE prokind <> 'p'
UNION ALL
SELECT kind, name, 'language', '', quote_ident(lanname)
FROM own_function
JOIN pg_language ON pg_language.oid = prolang
WHERE prokind <> 'a'
UNION ALL
SELECT kind, name, 'properties', '', properties
FROM own_function
JOIN pg_language ON pg_language.oid = prolang,
    LATERAL (
        SELECT concat_ws(
            ', ',
            CASE provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' END,
            CASE WHEN proisstrict THEN 'strict' END,
            CASE WHEN prosecdef THEN 'security definer' END,
            CASE WHEN proleakproof THEN 'leakproof' END,
            CASE proparallel WHEN 's' THEN 'parallel safe' WHEN 'r' THEN 'parallel restricted' END,
            'cost ' || CASE WHEN procost <> CASE WHEN lanname IN ('c', 'internal') THEN 1 ELSE 100 END THEN procost END,
            'rows ' || CASE WHEN prorows <> CASE WHEN proretset THEN 1000 ELSE 0 END THEN prorows END
        )
    ) AS list (properties)
WHERE properties <> '' AND prokind <> 'a'
UNION ALL
SELECT kind, name, 'set', '', array_to_string(proconfig, E'\n')
FROM own_function
WHERE proconfig IS NOT NULL
UNION ALL
SELECT kind, name, 'library', '', probin
FROM own_function
WHERE probin IS NOT NULL
UNION ALL
SELECT kind, name, 'body', '', coalesce(${sql body}, prosrc)
FROM own_function
WHERE prokind <> 'a'
UNION ALL
SELECT kind, name, 'aggregates', '', concat(
    'sfunc ', aggtransfn, ' stype ', format_type(aggtranstype, NULL),
    CASE WHEN aggfinalfn <> 0 THEN ' finalfunc ' || aggfinalfn::text END,
    CASE WHEN aggcombinefn <> 0 THEN ' combinefunc ' || aggcombinefn::text END,
    ' initcond ' || quote_literal(agginitval)
)
FROM own_function
JOIN pg_aggregate ON aggfnoid = own_function.oid
