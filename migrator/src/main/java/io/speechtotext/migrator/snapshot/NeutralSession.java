package io.speechtotext.migrator.snapshot;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;

/**
 * Reads a catalog as anybody would see it: under settings of its own, which end with it, and with a
 * search path of that one schema, so that the server prints its names alone.
 */
final class NeutralSession {

  // What is read belongs together, even while somebody migrates.
  private static final String ONE_MOMENT =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

  // Temporary tables would come first, and hide those that are meant.
  private static final String SETTINGS =
      """
      SELECT
          set_config('search_path', quote_ident(name) || ', pg_temp', true),
          set_config('datestyle', 'ISO, MDY', true),
          set_config('timezone', 'UTC', true),
          set_config('intervalstyle', 'postgres', true),
          set_config('bytea_output', 'hex', true),
          set_config('extra_float_digits', '1', true),
          set_config('quote_all_identifiers', 'off', true),
          set_config('standard_conforming_strings', 'on', true),
          set_config('lc_monetary', 'C', true),
          (
              SELECT oid IS NULL OR has_schema_privilege(oid, 'USAGE')
              FROM (SELECT) AS one
              LEFT JOIN pg_namespace ON nspname = name
          ) AS usable,
          format('Role %I may not use schema %I. Next: GRANT USAGE ON SCHEMA %2$I TO %1$I', current_user, name) AS refusal
      FROM (
          SELECT CASE WHEN current_schema() LIKE 'pg\\_%' THEN 'public' ELSE coalesce(current_schema(), 'public') END
      ) AS current (name)
      """;

  private NeutralSession() {}

  /** What is done with a connection. */
  interface Reading<T> {

    T from(Connection connection) throws SQLException;
  }

  /** Reads in a transaction of its own, or within the one that is open. */
  static <T> T during(Connection connection, Reading<T> reading) throws SQLException {
    return connection.getAutoCommit()
        ? inOwnTransaction(connection, reading)
        : inOpenTransaction(connection, reading);
  }

  private static <T> T inOwnTransaction(Connection connection, Reading<T> reading)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      try (Statement statement = connection.createStatement()) {
        statement.execute(ONE_MOMENT);
      }
      settle(connection);
      return reading.from(connection);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  // Going back to a savepoint gives back the settings too.
  private static <T> T inOpenTransaction(Connection connection, Reading<T> reading)
      throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      settle(connection);
      return reading.from(connection);
    } finally {
      connection.rollback(before);
      connection.releaseSavepoint(before);
    }
  }

  private static void settle(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SETTINGS)) {
      row.next();
      if (!row.getBoolean("usable")) {
        throw new SQLException(row.getString("refusal"), "42501");
      }
    }
  }
}
