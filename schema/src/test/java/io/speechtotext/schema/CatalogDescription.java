package io.speechtotext.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * All that schema {@code public} holds, without Flyway's history: finer than {@link LegacyCatalog},
 * and so only good for comparing two states on one server, since versions of PostgreSQL differ.
 */
final class CatalogDescription {

  /**
   * A column's place counts the columns that are left: a dropped one leaves a gap in attnum that no
   * undo can close and no query can see.
   */
  private static final String DESCRIPTION =
      """
      WITH relations AS (
        SELECT *
        FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relname NOT LIKE 'flyway_schema_history%'
      )
      SELECT format('%s relation %s, owner %s, comment %L', relkind, relname,
        relowner::regrole, obj_description(oid, 'pg_class'))
      FROM relations
      UNION ALL
      SELECT format('column %s of %s: %s %s, not null %s, default %s, comment %L',
        row_number() OVER (PARTITION BY attrelid ORDER BY attnum), relname, attname,
        format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid),
        col_description(attrelid, attnum))
      FROM relations
      JOIN pg_attribute ON attrelid = relations.oid AND attnum > 0 AND NOT attisdropped
      LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
      UNION ALL
      SELECT format('constraint %s of %s: %s, validated %s, comment %L', conname, relname,
        pg_get_constraintdef(pg_constraint.oid), convalidated,
        obj_description(pg_constraint.oid, 'pg_constraint'))
      FROM relations
      JOIN pg_constraint ON conrelid = relations.oid
      UNION ALL
      SELECT format('index %s, valid %s, ready %s', pg_get_indexdef(indexrelid), indisvalid,
        indisready)
      FROM relations
      JOIN pg_index ON indexrelid = relations.oid
      UNION ALL
      SELECT format('sequence %s: %s from %s by %s, owned by %s.%s', relname,
        seqtypid::regtype, seqstart, seqincrement, refobjid::regclass, attname)
      FROM relations
      JOIN pg_sequence ON seqrelid = relations.oid
      LEFT JOIN pg_depend ON classid = 'pg_class'::regclass AND objid = seqrelid AND deptype = 'a'
      LEFT JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid
      UNION ALL
      SELECT format('trigger %s', pg_get_triggerdef(pg_trigger.oid))
      FROM relations
      JOIN pg_trigger ON tgrelid = relations.oid AND NOT tgisinternal
      UNION ALL
      SELECT format('function %s', oid::regprocedure)
      FROM pg_proc
      WHERE pronamespace = 'public'::regnamespace
      UNION ALL
      SELECT format('type %s', typname)
      FROM pg_type
      WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd', 'r')
      ORDER BY 1
      """;

  private CatalogDescription() {}

  static List<String> of(Connection connection) throws SQLException {
    return Rows.of(connection, DESCRIPTION);
  }
}
