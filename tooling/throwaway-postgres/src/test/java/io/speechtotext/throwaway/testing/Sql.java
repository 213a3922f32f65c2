package io.speechtotext.throwaway.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Statements, each on a connection of its own. */
public final class Sql {

  private Sql() {}

  /** The first column of the only row. */
  public static String value(DataSource database, String query) throws SQLException {
    List<String> column = column(database, query);
    if (column.size() != 1) {
      throw new SQLException(column.size() + " rows, not one: " + query);
    }
    return column.get(0);
  }

  /** The first column of all rows. */
  public static List<String> column(DataSource database, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  /** Runs statements one after the other. */
  public static void execute(DataSource database, String... statements) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
