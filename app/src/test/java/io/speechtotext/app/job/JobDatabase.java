package io.speechtotext.app.job;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;

/** A test's database: jobs as a service sees them, and SQL as others might send it. */
final class JobDatabase implements AutoCloseable {

  private final ThrowawayDatabase copy;
  private final Database database;

  JobDatabase(ThrowawayDatabase copy) {
    this.copy = copy;
    this.database = MigratedSchema.open(copy);
  }

  JobRepository jobs() {
    return new JobRepository(database);
  }

  Database database() {
    return database;
  }

  /** Removes what the test before left. */
  void clear() throws SQLException {
    execute("DELETE FROM jobs");
    execute("DELETE FROM api_keys");
  }

  /** A new API key's id. */
  int newKey() throws SQLException {
    return Integer.parseInt(
        rows(
                "INSERT INTO api_keys (key_hash, name) VALUES (?, ?) RETURNING id",
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString())
            .get(0));
  }

  /** Makes all that waits due, and all leases over. */
  void letTimePass() throws SQLException {
    execute(
        """
        UPDATE jobs
        SET next_attempt_at = next_attempt_at - interval '1 day',
            lease_expires_at = lease_expires_at - interval '1 day'
        """);
  }

  /** One column of the job's row, as text. */
  String column(String column, UUID jobId) throws SQLException {
    return rows("SELECT " + column + " FROM jobs WHERE job_id = ?", jobId.toString()).get(0);
  }

  void execute(String sql, Object... parameters) throws SQLException {
    try (Connection connection = copy.connect();
        PreparedStatement statement = prepare(connection, sql, parameters)) {
      statement.execute();
    }
  }

  /** A line for each row, its values separated by {@code |}. */
  List<String> rows(String sql, Object... parameters) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = copy.connect();
        PreparedStatement statement = prepare(connection, sql, parameters);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        StringJoiner line = new StringJoiner("|");
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          line.add(String.valueOf(row.getString(i)));
        }
        rows.add(line.toString());
      }
    }
    return rows;
  }

  /** What the last of some statements returns, sent one after the other in one session. */
  List<String> lastRows(String... statements) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = copy.connect();
        Statement session = connection.createStatement()) {
      for (String sql : statements) {
        session.execute(sql);
      }
      ResultSet row = session.getResultSet();
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  @Override
  public void close() {
    database.close();
  }
}
