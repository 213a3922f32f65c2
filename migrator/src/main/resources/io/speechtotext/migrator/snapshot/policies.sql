-- Row security's policies, and rules but those that make a view one.
SELECT kind, name, 'policy', quote_ident(polname), concat_ws(
    ' ',
    CASE WHEN NOT polpermissive THEN 'restrictive' END,
    CASE polcmd
        WHEN 'r' THEN 'for select'
        WHEN 'a' THEN 'for insert'
        WHEN 'w' THEN 'for update'
        WHEN 'd' THEN 'for delete'
        ELSE 'for all'
    END,
    'to ' || (
        SELECT string_agg(role_name, ', ' ORDER BY role_name COLLATE "C")
        FROM unnest(polroles) AS role,
            LATERAL (SELECT CASE role WHEN 0 THEN 'public' ELSE quote_ident(pg_get_userbyid(role)) END) AS names (role_name)
    ),
    'using (' || pg_get_expr(polqual, polrelid) || ')',
    'with check (' || pg_get_expr(polwithcheck, polrelid) || ')'
)
FROM relation
JOIN pg_policy ON polrelid = relation.oid
UNION ALL
SELECT kind, name, 'rule', quote_ident(rulename), concat(
    substr(
        pg_get_ruledef(pg_rewrite.oid, true),
        1 + length(concat('CREATE RULE ', quote_ident(rulename), E' AS\n    '))
    ),
    CASE ev_enabled WHEN 'D' THEN ' disabled' WHEN 'R' THEN ' on replica only' WHEN 'A' THEN ' always' END
)
FROM relation
JOIN pg_rewrite ON ev_class = relation.oid AND rulename <> '_RETURN'
