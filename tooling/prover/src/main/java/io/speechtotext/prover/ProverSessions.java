package io.speechtotext.prover;

import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** Opens sessions like those of the runner that will apply the migrations in production. */
final class ProverSessions {

  // What DISCARD ALL does, less its DEALLOCATE ALL and DISCARD PLANS.
  private static final String FORGET =
      "CLOSE ALL; SET SESSION AUTHORIZATION DEFAULT; RESET ALL; UNLISTEN *;"
          + " SELECT pg_advisory_unlock_all(); DISCARD TEMP; DISCARD SEQUENCES; ";

  // Else the driver takes this machine's; in UTC, a timestamp becomes a timestamptz without a scan.
  private static final String TIME_ZONE = "Asia/Kolkata";

  private final ProverSettings settings;

  ProverSessions(ProverSettings settings) {
    this.settings = settings;
  }

  Connection open(ThrowawayDatabase database) throws SQLException {
    Connection connection = database.connect();
    try {
      // The catalog is asked the same again and again, and to plan it costs more than to answer.
      connection.unwrap(PGConnection.class).setPrepareThreshold(1);
      prepare(connection, "");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Makes a session as it was when it was opened, but for the plans of its statements. */
  void renew(Connection connection) throws SQLException {
    prepare(connection, FORGET);
  }

  /** The same, or another one where its script has ended it. */
  Connection renewedOrOpened(Connection connection, ThrowawayDatabase database)
      throws SQLException {
    if (connection.isClosed()) {
      return open(database);
    }
    renew(connection);
    return connection;
  }

  private void prepare(Connection connection, String first) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          first
              + "SET TimeZone = '%s'; SET lock_timeout = %s; SET statement_timeout = %s"
                  .formatted(
                      TIME_ZONE,
                      settings.lockTimeout().toMillis(),
                      settings.statementTimeout().toMillis()));
    }
  }
}
