package io.speechtotext.migrator.guard;

import java.util.List;

/** The statement that copies what an undo is about to drop, in the same transaction. */
public final class CopySql {

  /** The schema that holds the copies. */
  public static final String SCHEMA = "undone";

  /**
   * A table that is dropped is copied whole; of one that loses columns, those and the primary key,
   * or all where there is none, and only rows that have something to lose. What depends on a type
   * or a collation that the same undo may drop becomes text. Default privileges do not reach here.
   */
  private static final String BODY =
      """
      DECLARE
          row_security CONSTANT text := current_setting('row_security');
          copied_at CONSTANT timestamp := date_trunc('second', clock_timestamp() AT TIME ZONE 'UTC');
          loss record;
          is_lost boolean;
          columns text;
          prefix text;
          suffix text;
          number integer;
          copied bigint;
          grantee text;
      BEGIN
          PERFORM set_config('row_security', 'off', true);
          FOR loss IN
              SELECT
                  version,
                  relation,
                  string_agg(condition, ' OR ') AS condition,
                  bool_or(column_name IS NULL) AS is_whole,
                  array_agg(column_name) AS column_names,
                  string_agg(concat_ws('.', table_name, quote_ident(column_name)), ', ')
                      FILTER (WHERE condition IS NULL AND NOT may_be_missing) AS missing
              FROM (
              %1$s
              ) AS losses
              GROUP BY version, relation
              ORDER BY relation
          LOOP
              IF loss.missing IS NOT NULL THEN
                  RAISE undefined_object USING MESSAGE = format(
                      'The undo of version %%s drops %%s, which is not there by that name: nobody can tell what is lost.',
                      loss.version, loss.missing
                  );
              END IF;
              CONTINUE WHEN loss.condition IS NULL;
              EXECUTE format('LOCK TABLE %%s IN ACCESS EXCLUSIVE MODE', loss.relation);
              EXECUTE format('SELECT EXISTS (SELECT FROM %%s WHERE %%s)', loss.relation, loss.condition) INTO is_lost;
              CONTINUE WHEN NOT is_lost;

              IF to_regnamespace('undone') IS NULL THEN
                  CREATE SCHEMA undone;
                  FOR grantee IN
                      SELECT DISTINCT coalesce(quote_ident(rolname), 'PUBLIC')
                      FROM pg_namespace
                      CROSS JOIN aclexplode(nspacl) AS acl
                      LEFT JOIN pg_roles ON pg_roles.oid = acl.grantee
                      WHERE nspname = 'undone' AND acl.grantee <> nspowner
                  LOOP
                      EXECUTE format('REVOKE ALL ON SCHEMA undone FROM %%s CASCADE', grantee);
                  END LOOP;
                  COMMENT ON SCHEMA undone IS 'Copies of what undone migrations dropped.';
              END IF;

              SELECT string_agg(
                  CASE
                      WHEN typnamespace = 'pg_catalog'::regnamespace
                          AND coalesce(collnamespace, typnamespace) = typnamespace
                      THEN quote_ident(attname)
                      ELSE format('%%1$I::text COLLATE "default" AS %%1$I', attname)
                  END, ', ' ORDER BY attnum)
              INTO columns
              FROM pg_attribute
              JOIN pg_type ON pg_type.oid = atttypid
              LEFT JOIN pg_collation ON pg_collation.oid = attcollation
              LEFT JOIN pg_index ON indrelid = attrelid AND indisprimary
              WHERE attrelid = loss.relation AND attnum > 0 AND NOT attisdropped
                  AND (loss.is_whole OR indkey IS NULL OR attnum = ANY (indkey) OR attname = ANY (loss.column_names));

              SELECT 'v' || replace(loss.version, '.', '_') || '_' || relname
              INTO prefix
              FROM pg_class
              WHERE oid = loss.relation;
              number := 1;
              LOOP
                  suffix := to_char(copied_at, '"_"YYYYMMDD"t"HH24MISS"z"') || CASE WHEN number > 1 THEN '_' || number ELSE '' END;
                  WHILE octet_length(prefix || suffix) > current_setting('max_identifier_length')::integer LOOP
                      prefix := left(prefix, -1);
                  END LOOP;
                  EXIT WHEN to_regclass(format('undone.%%I', prefix || suffix)) IS NULL;
                  number := number + 1;
              END LOOP;

              EXECUTE format(
                  'CREATE TABLE undone.%%I AS SELECT %%s FROM %%s WHERE %%s',
                  prefix || suffix, columns, loss.relation, loss.condition
              );
              GET DIAGNOSTICS copied = ROW_COUNT;
              FOR grantee IN
                  SELECT DISTINCT coalesce(quote_ident(rolname), 'PUBLIC')
                  FROM pg_class
                  CROSS JOIN aclexplode(relacl) AS acl
                  LEFT JOIN pg_roles ON pg_roles.oid = acl.grantee
                  WHERE pg_class.oid = to_regclass(format('undone.%%I', prefix || suffix))
                      AND acl.grantee <> relowner
              LOOP
                  EXECUTE format('REVOKE ALL ON undone.%%I FROM %%s CASCADE', prefix || suffix, grantee);
              END LOOP;
              EXECUTE format(
                  'COMMENT ON TABLE undone.%%I IS %%L',
                  prefix || suffix,
                  format(
                      'Copied at %%s by the undo of version %%s: %%s row(s) of %%s',
                      to_char(copied_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), loss.version, copied, loss.relation
                  )
              );
              RAISE NOTICE 'Copied %% row(s) of %% to undone.%%.', copied, loss.relation, quote_ident(prefix || suffix);
          END LOOP;
          PERFORM set_config('row_security', row_security, true);
      END
      """;

  private CopySql() {}

  /** Copies what the undo would lose; nothing when there is nothing. Locks what is dropped. */
  public static String of(UndoDrops undo) {
    return SqlText.block("copy", BODY.formatted(LossSql.of(List.of(undo))));
  }
}
