package io.speechtotext.migrator.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

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
       WHERE name IN ('TimeZone', 'client_connection_check_interval')
      """;

  private SessionSettings() {}

  static void apply(Connection connection) throws SQLException {
    execute(connection, SET);
  }

  /** Undoes it, for a connection that goes back to a pool. */
  static void reset(Connection connection) throws SQLException {
    execute(connection, RESET);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
