-- The schemas that people made, and the tables in them; what an extension brought is its own.
WITH own_schemas AS MATERIALIZED (
    SELECT n.oid, n.nspname
    FROM pg_catalog.pg_namespace AS n
    WHERE (SELECT pg_catalog.set_config('search_path', 'public', true)) IS NOT NULL
      AND n.nspname NOT LIKE 'pg\_%'
      AND n.nspname <> 'information_schema'
      AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_depend AS d
          WHERE d.classid = 'pg_catalog.pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e'
      )
),
own_tables AS MATERIALIZED (
    SELECT c.oid, n.nspname, c.relname, c.relkind, c.relfilenode
    FROM pg_catalog.pg_class AS c
    JOIN own_schemas AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p')
      AND true /* or some */
      AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_depend AS d
          WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'
      )
)
