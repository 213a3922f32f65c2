package io.speechtotext.schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * The tables in the words of the listings that were taken of the Python service's revisions: one
 * line for each column, constraint and index. PostgreSQL 12 to 18 print the same.
 */
final class LegacyCatalog {

  /**
   * PostgreSQL 18 also keeps NOT NULL in pg_constraint, hence the list of types. The order is that
   * of the names' bytes, whatever the database's collation.
   */
  private static final String LISTING =
      """
      WITH tables AS (
        SELECT oid, relname
        FROM pg_class
        WHERE relnamespace = 'public'::regnamespace
          AND relkind IN ('r', 'p')
          AND relname NOT IN ('flyway_schema_history', 'alembic_version')
      ), entries (kind, table_name, name, definition) AS (
        SELECT 'column', relname, attname, concat_ws('|',
          format_type(atttypid, atttypmod),
          CASE WHEN attnotnull THEN 'not null' ELSE 'null' END,
          coalesce(pg_get_expr(adbin, adrelid), ''))
        FROM tables
        JOIN pg_attribute ON attrelid = tables.oid AND attnum > 0 AND NOT attisdropped
        LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
        UNION ALL
        SELECT 'constraint', relname, conname, pg_get_constraintdef(pg_constraint.oid)
        FROM tables
        JOIN pg_constraint ON conrelid = tables.oid AND contype IN ('p', 'u', 'f', 'c', 'x')
        UNION ALL
        SELECT 'index', tables.relname, index_class.relname,
          substring(pg_get_indexdef(indexrelid) FROM 'USING .*')
        FROM tables
        JOIN pg_index ON indrelid = tables.oid
        JOIN pg_class AS index_class ON index_class.oid = indexrelid
      )
      SELECT kind, table_name, name, definition
      FROM entries
      ORDER BY kind COLLATE "C", table_name COLLATE "C", name COLLATE "C"
      """;

  private LegacyCatalog() {}

  /** What the database holds now, without the bookkeeping of either migration tool. */
  static List<String> of(Connection connection) throws SQLException {
    return Rows.of(connection, LISTING);
  }

  /** What the Python service's own migrations made, up to the revision that became the version. */
  static List<String> ofRevision(int version, String revision) throws IOException {
    String name = "legacy/V%d-revision-%s.catalog".formatted(version, revision);
    try (InputStream listing = LegacyCatalog.class.getResourceAsStream(name)) {
      byte[] text = Objects.requireNonNull(listing, name).readAllBytes();
      return new String(text, StandardCharsets.UTF_8).lines().toList();
    }
  }
}
