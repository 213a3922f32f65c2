-- Without those of foreign keys, and the copies on partitions. The server always names the table, with its schema; here it is known.
SELECT kind, name, 'trigger', trigger, concat(
    overlay(definition PLACING '' FROM position(place IN definition) FOR length(place)),
    CASE tgenabled WHEN 'D' THEN ' disabled' WHEN 'R' THEN ' on replica only' WHEN 'A' THEN ' always' END
)
FROM (
    SELECT
        kind,
        name,
        tgenabled,
        quote_ident(tgname) AS trigger,
        format(' ON %I.%I', schema.nspname, relname) AS place,
        substr(
            pg_get_triggerdef(pg_trigger.oid),
            1 + length(concat(
                'CREATE ',
                CASE WHEN tgconstraint <> 0 THEN 'CONSTRAINT ' END,
                'TRIGGER ', quote_ident(tgname), ' '
            ))
        ) AS definition
    FROM schema, relation
    JOIN pg_trigger ON tgrelid = relation.oid
    WHERE NOT tgisinternal
        AND NOT EXISTS (
            SELECT
            FROM pg_depend
            WHERE classid = 'pg_trigger'::regclass AND objid = pg_trigger.oid AND deptype = 'P'
        )
) AS triggers
