package io.speechtotext.migrator;

import io.speechtotext.migrator.history.HistoryTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** What Flyway fills into scripts on one database: the settings' placeholders, and its own. */
final class Placeholders {

  private static final String ASK =
      """
      SELECT current_schema(), current_database(), current_user,
        to_char(clock_timestamp(), 'YYYY-MM-DD HH24:MI:SS')
      """;

  private Placeholders() {}

  static Map<String, String> of(Connection connection, MigratorSettings settings)
      throws SQLException {
    Map<String, String> placeholders = new HashMap<>(settings.placeholders());
    placeholders.put("flyway:table", HistoryTable.NAME);
    placeholders.put("flyway:workingDirectory", System.getProperty("user.dir"));
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(ASK)) {
      row.next();
      placeholders.put("flyway:defaultSchema", row.getString(1));
      placeholders.put("flyway:database", row.getString(2));
      placeholders.put("flyway:user", row.getString(3));
      placeholders.put("flyway:timestamp", row.getString(4));
    }
    return placeholders;
  }
}
