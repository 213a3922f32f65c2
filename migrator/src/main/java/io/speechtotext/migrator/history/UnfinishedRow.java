package io.speechtotext.migrator.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The line about a script that runs outside a transaction. It is written as a failed one before the
 * script begins, so that nothing the script does is ever without a trace, and completed when it has
 * ended. Each method is a statement of its own, or writes one out.
 */
public final class UnfinishedRow {

  // Flyway writes none below 0, so this tells that the line stood there before the script began.
  private static final String UNKNOWN_MILLIS = "-1";

  private static final String FINISH =
      """
      UPDATE %s
      SET success = true, execution_time = ?, installed_on = CURRENT_TIMESTAMP AT TIME ZONE 'UTC'
      WHERE installed_rank = ? AND NOT success
      """
          .formatted(HistoryTable.NAME);
  private static final String FINISH_LAST =
      """
      UPDATE %1$s
      SET success = true, execution_time = %2$s, installed_on = CURRENT_TIMESTAMP AT TIME ZONE 'UTC'
      WHERE installed_rank = (SELECT max(installed_rank) FROM %1$s) AND NOT success""";
  private static final String REMOVE =
      "DELETE FROM %s WHERE installed_rank = ? AND NOT success".formatted(HistoryTable.NAME);

  private UnfinishedRow() {}

  /**
   * Notes that a script is about to begin.
   *
   * @return the line's rank
   */
  public static int begin(Connection connection, HistoryEntry entry) throws SQLException {
    String sql = InsertSql.of(entry, UNKNOWN_MILLIS, false) + "\nRETURNING installed_rank";
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet row = statement.executeQuery(sql)) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  /** Notes that it has ended, and how long it took. */
  public static void finish(Connection connection, int rank, Duration time) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FINISH)) {
      statement.setInt(1, Math.toIntExact(time.toMillis()));
      statement.setInt(2, rank);
      requireOne(statement.executeUpdate());
    }
  }

  /**
   * The statement by which a script that is run later notes that a step is about to begin. Nobody
   * has looked then for an index of the step's that somebody else made, and so the line does not
   * say that what is there came after it.
   */
  public static String beginSql(HistoryEntry entry) {
    return InsertSql.of(entry, "0", false);
  }

  /**
   * The statement by which it completes the last line.
   *
   * @param millis SQL for the whole milliseconds that it took
   */
  public static String finishSql(String millis) {
    return FINISH_LAST.formatted(HistoryTable.NAME, millis);
  }

  /** Takes the line back, once nothing is left of what the script did. */
  public static void remove(Connection connection, int rank) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
      statement.setInt(1, rank);
      requireOne(statement.executeUpdate());
    }
  }

  /** Whether a failed line was written by {@link #begin}, before its script could do anything. */
  public static boolean isOlderThanItsScript(HistoryRow row) {
    return !row.success() && row.executionTime().isNegative();
  }

  private static void requireOne(int rows) {
    if (rows != 1) {
      throw new IllegalStateException(rows + " rows of history changed for one");
    }
  }
}
