-- Stands before every other query: the relations of the current schema that are the application's own. Not among them are what an
-- extension brought, and the bookkeeping of migration tools with the sequences of that.
WITH schema AS (
    SELECT oid, nspname
    FROM pg_namespace
    WHERE nspname = current_schema()
), relation AS (
    SELECT
        pg_class.*,
        quote_ident(relname) AS name,
        CASE relkind
            WHEN 'r' THEN 'table'
            WHEN 'p' THEN 'table'
            WHEN 'f' THEN 'foreign-table'
            WHEN 'v' THEN 'view'
            WHEN 'm' THEN 'materialized-view'
            WHEN 'S' THEN 'sequence'
            WHEN 'c' THEN 'type'
        END AS kind
    FROM pg_class
    JOIN schema ON schema.oid = relnamespace
    WHERE relkind IN ('r', 'p', 'f', 'v', 'm', 'S', 'c')
        AND relname NOT IN ('flyway_schema_history', 'alembic_version')
        AND NOT EXISTS (
            SELECT
            FROM pg_depend
            WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e'
        )
        AND NOT EXISTS (
            SELECT
            FROM pg_depend
            JOIN pg_class AS bookkeeping ON bookkeeping.oid = refobjid
            WHERE classid = 'pg_class'::regclass
                AND objid = pg_class.oid
                AND refclassid = 'pg_class'::regclass
                AND deptype IN ('a', 'i')
                AND pg_class.relkind = 'S'
                AND bookkeeping.relname IN ('flyway_schema_history', 'alembic_version')
        )
)
, collation_name AS (
    SELECT
        pg_collation.oid,
        concat(CASE WHEN NOT pg_collation_is_visible(pg_collation.oid) THEN quote_ident(nspname) || '.' END, quote_ident(collname)) AS name
    FROM pg_collation
    JOIN pg_namespace ON pg_namespace.oid = collnamespace
)
