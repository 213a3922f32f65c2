package io.speechtotext.bench;

import io.speechtotext.bench.Arm.Client;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The rival of single statements: the same SQL, by JDBC, from a pool of the same kind and size. */
final class PlainJdbc implements Client {

  /** Sets the parameters of one execution. */
  interface Parameters {
    Object[] next();
  }

  private final DataSource pool;
  private final String sql;
  private final Parameters parameters;

  PlainJdbc(DataSource pool, String sql, Parameters parameters) {
    this.pool = pool;
    this.sql = sql;
    this.parameters = parameters;
  }

  @Override
  public void once() throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      Object[] values = parameters.next();
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
