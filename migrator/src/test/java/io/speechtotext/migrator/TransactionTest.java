package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ThrowawayPostgresExtension.class)
class TransactionTest {

  private static final Script SCRIPT = new Script("U1__step.sql", "", null);

  private final ThrowawayDatabase database;

  TransactionTest(ThrowawayPostgres server) {
    database = server.createDatabase();
  }

  @BeforeEach
  void makeTableThatIsSlowToCommitTo() throws SQLException {
    try (Connection connection = database.connect()) {
      execute(
          connection,
          """
          CREATE TABLE t (n int CONSTRAINT once UNIQUE DEFERRABLE INITIALLY DEFERRED);
          CREATE FUNCTION await() RETURNS trigger LANGUAGE plpgsql AS
            'BEGIN PERFORM pg_advisory_xact_lock(7); RETURN NULL; END';
          CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION await();
          """);
    }
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void isRolledBackWhenTheServerRefusesToCommitIt() throws SQLException {
    try (Connection connection = database.connect()) {
      assertThatExceptionOfType(MigrationFailedException.class)
          .isThrownBy(() -> run(connection, "INSERT INTO t VALUES (1), (1)"))
          .withMessageContaining("U1__step.sql: ")
          .withMessageContaining("Everything was rolled back");
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  @Test
  void doesNotSayHowItEndedWhenItsConnectionBrokeAtTheCommit() throws SQLException {
    try (Connection holder = database.connect();
        Connection connection = database.connect()) {
      execute(holder, "SELECT pg_advisory_lock(7)");
      connection.setNetworkTimeout(Runnable::run, 2000);
      assertThatExceptionOfType(MigrationFailedException.class)
          .isThrownBy(() -> run(connection, "INSERT INTO t VALUES (1)"))
          .withMessageContaining("U1__step.sql: ")
          .withMessageContaining("it is not known whether")
          .withMessageContaining("ask for the status")
          .satisfies(e -> assertThat(e.sqlState()).startsWith("08"))
          .satisfies(e -> assertThat(e).hasMessageNotContaining("Everything was rolled back"));
    }
  }

  private static void run(Connection connection, String sql) {
    Transaction.run(
        connection,
        SCRIPT,
        () -> {
          execute(connection, sql);
          return sql;
        });
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
