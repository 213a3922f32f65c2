package io.speechtotext.prover;

import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Opens sessions like those of the runner that will apply the migrations in production. */
final class ProverSessions {

  private final ProverSettings settings;

  ProverSessions(ProverSettings settings) {
    this.settings = settings;
  }

  Connection open(ThrowawayDatabase database) throws SQLException {
    Connection connection = database.connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "SET lock_timeout = %d; SET statement_timeout = %d"
              .formatted(
                  settings.lockTimeout().toMillis(), settings.statementTimeout().toMillis()));
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
