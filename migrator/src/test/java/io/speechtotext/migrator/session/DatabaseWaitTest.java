package io.speechtotext.migrator.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.migrator.WaitExpiredException;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

@ExtendWith(ThrowawayPostgresExtension.class)
class DatabaseWaitTest {

  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final ThrowawayDatabase database;

  DatabaseWaitTest(ThrowawayDatabase database) {
    this.database = database;
  }

  @Test
  void countsAServerThatIsReadyAtTheLastTryAsReady() {
    DatabaseWait.untilReady(database.dataSource(), Duration.ZERO);
  }

  @Test
  void waitsForADatabaseThatIsMadeLater() throws SQLException {
    String name = "late_" + database.name();
    PGSimpleDataSource late = new PGSimpleDataSource();
    late.setUrl(database.jdbcUrl().replace(database.name(), name));
    late.setUser(database.user());
    late.setPassword(database.password());
    CompletableFuture<Void> wait =
        CompletableFuture.runAsync(() -> DatabaseWait.untilReady(late, A_MINUTE));
    assertThat(wait).isNotDone();
    execute("CREATE DATABASE " + name);
    wait.join();
    execute("DROP DATABASE " + name);
  }

  @Test
  void saysWhatWentWrongAtTheLastTry() {
    PGSimpleDataSource wrong = new PGSimpleDataSource();
    wrong.setUrl(database.jdbcUrl());
    wrong.setUser("nobody_here");
    wrong.setPassword("s3cr3t");
    assertThatExceptionOfType(WaitExpiredException.class)
        .isThrownBy(() -> DatabaseWait.untilReady(wrong, Duration.ofMillis(50)))
        .withMessageContaining("within 0.05 s")
        .withMessageContaining("nobody_here")
        .satisfies(e -> assertThat(e).hasMessageNotContaining("s3cr3t"));
  }

  @Test
  void givesUpOnAServerThatNeverAnswers() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      PGSimpleDataSource hanging = new PGSimpleDataSource();
      hanging.setUrl("jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/none");
      assertThatExceptionOfType(WaitExpiredException.class)
          .isThrownBy(() -> DatabaseWait.untilReady(hanging, Duration.ZERO))
          .withMessageContaining("no answer within");
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
