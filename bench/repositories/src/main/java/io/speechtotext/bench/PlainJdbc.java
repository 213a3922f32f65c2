package io.speechtotext.bench;

import io.speechtotext.bench.Arm.Client;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * The rival of repositories: the same SQL, by JDBC, from a pool of the same kind and size. Several
 * statements are one transaction.
 */
final class PlainJdbc implements Client {

  /** The parameters of one execution. */
  interface Parameters {
    Object[] next();
  }

  /** Those of all statements of one execution. */
  interface AllParameters {
    List<Object[]> next();
  }

  private final DataSource pool;
  private final List<String> statements;
  private final AllParameters parameters;

  PlainJdbc(DataSource pool, String sql, Parameters parameters) {
    this(pool, List.of(sql), () -> List.<Object[]>of(parameters.next()));
  }

  PlainJdbc(DataSource pool, List<String> statements, AllParameters parameters) {
    this.pool = pool;
    this.statements = statements;
    this.parameters = parameters;
  }

  @Override
  public void once() throws SQLException {
    List<Object[]> values = parameters.next();
    try (Connection connection = pool.getConnection()) {
      if (statements.size() > 1) {
        connection.setAutoCommit(false);
      }
      for (int i = 0; i < statements.size(); i++) {
        execute(connection, statements.get(i), values.get(i));
      }
      if (statements.size() > 1) {
        connection.commit();
      }
    }
  }

  private static void execute(Connection connection, String sql, Object[] values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int i = 1; i <= columns; i++) {
            rows.getObject(i);
          }
        }
      }
    }
  }
}
