package io.speechtotext.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** The rows of a query as text, so that a test can state them in one literal each. */
final class Rows {

  private Rows() {}

  /** One line for each row, its values separated by {@code |}; SQL's NULL reads {@code null}. */
  static List<String> of(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(line(result));
      }
      return rows;
    }
  }

  private static String line(ResultSet row) throws SQLException {
    StringJoiner line = new StringJoiner("|");
    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
      line.add(String.valueOf(row.getString(column)));
    }
    return line.toString();
  }
}
