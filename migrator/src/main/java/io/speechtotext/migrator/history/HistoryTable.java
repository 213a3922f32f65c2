package io.speechtotext.migrator.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code flyway_schema_history} in the current schema. Stateless; whoever writes holds
 * the lock that keeps other migrators out.
 */
public final class HistoryTable {

  /** The table's name. */
  public static final String NAME = "flyway_schema_history";

  // Asked of the catalog, for which a role needs no privilege.
  private static final String EXISTS =
      """
      EXISTS (
        SELECT
        FROM pg_catalog.pg_class
        JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace
        WHERE nspname = current_schema() AND relname = '%s' AND relkind IN ('r', 'p')
      )\
      """
          .formatted(NAME);

  private static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS %1$s (
          installed_rank integer NOT NULL,
          version varchar(50),
          description varchar(200) NOT NULL,
          type varchar(20) NOT NULL,
          script varchar(1000) NOT NULL,
          checksum integer,
          installed_by varchar(100) NOT NULL,
          installed_on timestamp NOT NULL DEFAULT now(),
          execution_time integer NOT NULL,
          success boolean NOT NULL,
          CONSTRAINT %1$s_pk PRIMARY KEY (installed_rank)
      );
      CREATE INDEX IF NOT EXISTS %1$s_s_idx ON %1$s (success);
      """
          .formatted(NAME);

  // The table keeps local times without a zone; every writer's session is set to UTC.
  private static final String ROWS =
      """
      SELECT installed_rank, version, description, type, script, checksum, installed_by,
        installed_on AT TIME ZONE 'UTC' AS installed_on, execution_time, success
      FROM %s
      ORDER BY installed_rank
      """
          .formatted(NAME);

  private HistoryTable() {}

  /** Whether the current schema has the table; true even where the role may not read it. */
  public static boolean exists(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT " + EXISTS)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /** A condition that holds when {@link #exists} does. */
  public static String existsSql() {
    return EXISTS;
  }

  /** Makes the table, just as Flyway would, unless it is there. */
  public static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(CREATE);
    }
  }

  /** What {@link #create} sends: two statements, each with its semicolon. */
  public static String createSql() {
    return CREATE;
  }

  /** All rows, oldest first; none when there is no table. */
  public static List<HistoryRow> rows(Connection connection) throws SQLException {
    if (!exists(connection)) {
      return List.of();
    }
    List<HistoryRow> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(ROWS)) {
      while (found.next()) {
        rows.add(row(found));
      }
    }
    return rows;
  }

  private static HistoryRow row(ResultSet found) throws SQLException {
    return new HistoryRow(
        found.getInt("installed_rank"),
        found.getString("version"),
        found.getString("description"),
        found.getString("type"),
        found.getString("script"),
        found.getObject("checksum", Integer.class),
        found.getString("installed_by"),
        instant(found.getObject("installed_on", OffsetDateTime.class)),
        Duration.ofMillis(found.getInt("execution_time")),
        found.getBoolean("success"));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  /** Adds a line after the last one. */
  public static void append(Connection connection, HistoryEntry entry) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      int count = statement.executeUpdate(InsertSql.of(entry, executionMillis(entry)));
      if (count != 1) {
        throw new IllegalStateException(count + " rows of history written for one");
      }
    }
  }

  /** What {@link #append} sends, without a semicolon. */
  public static String insertSql(HistoryEntry entry) {
    return InsertSql.of(entry, executionMillis(entry));
  }

  /**
   * The same for a script that is run later.
   *
   * @param millis SQL for the whole milliseconds that it took; replaces the entry's own time
   */
  public static String insertSql(HistoryEntry entry, String millis) {
    return InsertSql.of(entry, millis);
  }

  private static String executionMillis(HistoryEntry entry) {
    return Long.toString(entry.executionTime().toMillis());
  }
}
