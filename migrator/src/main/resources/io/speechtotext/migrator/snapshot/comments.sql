-- Each on what it speaks of; the order of the parts is that of the sections above.
, object (class, id, part, kind, name) AS (
    SELECT 'pg_class'::regclass, relation.oid, 0, kind, name
    FROM relation
    UNION ALL
    SELECT 'pg_class'::regclass, attrelid, attnum, 'column', name || '.' || quote_ident(attname)
    FROM relation
    JOIN pg_attribute ON attrelid = relation.oid AND attnum > 0
    UNION ALL
    SELECT 'pg_class'::regclass, indexrelid, 0, 'index', quote_ident(pg_class.relname)
    FROM relation
    JOIN pg_index ON indrelid = relation.oid
    JOIN pg_class ON pg_class.oid = indexrelid
    UNION ALL
    SELECT 'pg_constraint'::regclass, pg_constraint.oid, 0, 'constraint', name || '.' || quote_ident(conname)
    FROM relation
    JOIN pg_constraint ON conrelid = relation.oid AND contype <> 'n'
    UNION ALL
    SELECT 'pg_constraint'::regclass, pg_constraint.oid, 0, 'constraint', format('%I.%I', typname, conname)
    FROM schema
    JOIN pg_type ON typnamespace = schema.oid
    JOIN pg_constraint ON contypid = pg_type.oid AND contype <> 'n'
    UNION ALL
    SELECT 'pg_trigger'::regclass, pg_trigger.oid, 0, 'trigger', name || '.' || quote_ident(tgname)
    FROM relation
    JOIN pg_trigger ON tgrelid = relation.oid
    UNION ALL
    SELECT 'pg_policy'::regclass, pg_policy.oid, 0, 'policy', name || '.' || quote_ident(polname)
    FROM relation
    JOIN pg_policy ON polrelid = relation.oid
    UNION ALL
    SELECT 'pg_type'::regclass, pg_type.oid, 0, 'type', quote_ident(typname)
    FROM schema
    JOIN pg_type ON typnamespace = schema.oid
    UNION ALL
    SELECT 'pg_proc'::regclass, pg_proc.oid, 0, 'function', format('%I(%s)', proname, oidvectortypes(proargtypes))
    FROM schema
    JOIN pg_proc ON pronamespace = schema.oid
)
SELECT 'comments', '', kind, name, description
FROM object
JOIN pg_description ON classoid = class AND objoid = id AND objsubid = part
WHERE NOT EXISTS (
    SELECT
    FROM pg_depend
    WHERE classid = class AND objid = id AND deptype = 'e'
)
