package io.speechtotext.migrator.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** What a migrator's session has set, whatever the role's or the database's defaults are. */
final class SessionSettings {

  // A time that a script writes without a zone means the same wherever it is run from. From
  // PostgreSQL 14 on a server can notice during a statement that its client is gone.
  private static final String SET =
      """
      SELECT set_config(name, setting_wanted, false)
        FROM (VALUES ('TimeZone', 'UTC'),
                     ('client_connection_check_interval', '1s')) AS wanted (name, setting_wanted)
        JOIN pg_settings USING (name)
       WHERE name = 'TimeZone' OR current_setting('dynamic_shared_memory_type') <> 'windows'
      """;
  private static final String RESET =
      """
      SELECT set_config(name, reset_val, false)
        FROM pg_settings
       WHERE name IN ('TimeZone', 'client_connection_check_interval',
                      'lock_timeout', 'statement_timeout')
      """;
  private static final String LIMIT_LOCK_WAITS =
      """
      SELECT set_config('lock_timeout', ?, false), set_config(name, reset_val, false)
        FROM pg_settings
       WHERE name = 'statement_timeout'
      """;
  private static final String LIMIT_STATEMENTS =
      "SELECT set_config('lock_timeout', '0', false), set_config('statement_timeout', ?, false)";

  private SessionSettings() {}

  static void apply(Connection connection) throws SQLException {
    Query.value(connection, SET);
  }

  /** Undoes all of it, for a connection that goes back to a pool. */
  static void reset(Connection connection) throws SQLException {
    Query.value(connection, RESET);
  }

  static void limitLockWaits(Connection connection, Duration limit) throws SQLException {
    Query.value(connection, LIMIT_LOCK_WAITS, Long.toString(limit.toMillis()));
  }

  static void limitStatements(Connection connection, Duration limit) throws SQLException {
    Query.value(connection, LIMIT_STATEMENTS, Long.toString(limit.toMillis()));
  }
}
