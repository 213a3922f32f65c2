package io.speechtotext.migrator.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a migrator's session has set, whatever the role's or the database's defaults are. */
final class SessionSettings {

  private static final Logger LOG = LoggerFactory.getLogger(SessionSettings.class);

  // A time that a script writes without a zone means the same wherever it is run from.
  private static final String SET_TIME_ZONE = "SELECT set_config('TimeZone', 'UTC', false)";
  // From PostgreSQL 14 on a server can notice during a statement that its client is gone; on which
  // platforms depends on its version, and on the others it refuses to be asked to.
  private static final String NOTICE_LOST_CLIENT =
      """
      SELECT set_config(name, '1s', false)
        FROM pg_settings
       WHERE name = 'client_connection_check_interval'
      """;
  private static final String INVALID_VALUE = "22023";
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
    Query.value(connection, SET_TIME_ZONE);
    try {
      Query.value(connection, NOTICE_LOST_CLIENT);
    } catch (SQLException e) {
      if (!INVALID_VALUE.equals(e.getSQLState())) {
        throw e;
      }
      LOG.debug("The server would not notice that this process is gone", e);
    }
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
