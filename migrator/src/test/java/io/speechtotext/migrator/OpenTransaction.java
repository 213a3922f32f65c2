package io.speechtotext.migrator;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Somebody else's transaction, which holds its locks until a test ends it. */
record OpenTransaction(Connection connection) implements AutoCloseable {

  static OpenTransaction on(Project project) throws SQLException {
    Connection connection = project.database().connect();
    connection.setAutoCommit(false);
    return new OpenTransaction(connection);
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Ends it as soon as a migrator has waited for it in vain. */
  MigrationProgress committingWhenALockIsMissed() {
    return new MigrationProgress() {
      @Override
      public void lockNotHad(Migration migration, int nextTry, int tries, Duration pause) {
        try {
          connection.commit();
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
