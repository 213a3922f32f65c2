package io.speechtotext.migrator.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.migrator.DatabaseUnavailableException;
import io.speechtotext.migrator.WaitExpiredException;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

@ExtendWith(ThrowawayPostgresExtension.class)
class MigrationSessionTest {

  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  // Other tests' databases on the server have theirs.
  private static final String ADVISORY_LOCKS =
      """
      SELECT count(*)
      FROM pg_locks AS l
      JOIN pg_database AS d ON d.oid = l.database
      WHERE l.locktype = 'advisory' AND d.datname = current_database()
      """;

  private final ThrowawayPostgres server;
  private final ThrowawayDatabase database;

  MigrationSessionTest(ThrowawayPostgres server, ThrowawayDatabase database) {
    this.server = server;
    this.database = database;
  }

  @Test
  void keepsAnotherOutAndNamesWhoHoldsTheLock() throws SQLException {
    try (MigrationSession holder = open()) {
      Object process = ask(holder, "SELECT pg_backend_pid()");
      assertThatExceptionOfType(WaitExpiredException.class)
          .isThrownBy(() -> MigrationSession.open(database.dataSource(), Duration.ofMillis(30)))
          .withMessageContaining("after 0.03 s: process " + process + " of role " + database.user())
          .withMessageContaining("Nothing was changed");
    }
    open().close();
  }

  @Test
  void waitsForTheOneBeforeItAndSaysSo() {
    List<String> said = new ArrayList<>();
    CompletableFuture<MigrationSession> waiting;
    CompletableFuture<String> told = new CompletableFuture<>();
    try (MigrationSession holder = open()) {
      waiting =
          CompletableFuture.supplyAsync(
              () -> MigrationSession.open(database.dataSource(), A_MINUTE, told::complete));
      said.add(told.join());
      assertThat(waiting).isNotDone();
      assertThat(holder.connection()).isNotNull();
    }
    waiting.join().close();
    assertThat(said).singleElement().asString().contains("process ");
  }

  @Test
  void hasOneLockPerDatabase() {
    try (MigrationSession here = open();
        ThrowawayDatabase other = server.createDatabase();
        MigrationSession there = MigrationSession.open(other.dataSource(), Duration.ZERO)) {
      assertThat(here.connection()).isNotSameAs(there.connection());
    }
  }

  @Test
  void readsTimesAsUtc() throws SQLException {
    try (MigrationSession session = open()) {
      assertThat(session.connection().getAutoCommit()).isTrue();
      assertThat(ask(session, "SELECT current_setting('TimeZone')")).isEqualTo("UTC");
    }
  }

  @Test
  void letsTheServerNoticeThatTheProcessIsGone() throws SQLException {
    try (MigrationSession session = open()) {
      assertThat(ask(session, "SELECT current_setting('client_connection_check_interval', true)"))
          .isEqualTo(server.majorVersion() < 14 ? null : "1s");
    }
  }

  @Test
  void givesAPooledConnectionBackAsItWasOpened() throws SQLException {
    try (Connection pooled = database.connect()) {
      Object before = Query.value(pooled, "SELECT current_setting('TimeZone')");
      try (MigrationSession session =
          MigrationSession.open(new LentConnection(pooled), Duration.ZERO)) {
        session.connection().setAutoCommit(false);
        ask(session, "SELECT 1");
      }
      assertThat(pooled.getAutoCommit()).isTrue();
      assertThat(Query.value(pooled, "SELECT current_setting('TimeZone')")).isEqualTo(before);
      assertThat(Query.value(pooled, ADVISORY_LOCKS)).isEqualTo(0L);
    }
  }

  @Test
  void leavesNoLockToAPooledConnectionThatRefusesItsSettings() throws SQLException {
    try (Connection pooled = database.connect()) {
      refuseSetting(pooled, "TimeZone");
      assertThatExceptionOfType(DatabaseUnavailableException.class)
          .isThrownBy(() -> MigrationSession.open(new LentConnection(pooled), Duration.ZERO))
          .withMessageContaining("not TimeZone");
      assertThat(Query.value(pooled, ADVISORY_LOCKS)).isEqualTo(0L);
    }
  }

  @Test
  void passesOverThatAPlatformCannotNoticeThatTheProcessIsGone() throws SQLException {
    try (Connection pooled = database.connect()) {
      refuseSetting(pooled, "client_connection_check_interval");
      MigrationSession.open(new LentConnection(pooled), Duration.ZERO).close();
    }
  }

  // For this session, which finds it before the server's own.
  private static void refuseSetting(Connection connection, String setting) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE SCHEMA IF NOT EXISTS shadow;
          CREATE OR REPLACE FUNCTION shadow.set_config(name text, value text, local boolean) RETURNS text
            LANGUAGE plpgsql AS $$
            BEGIN
              IF name = '%s' AND value IN ('UTC', '1s') THEN
                RAISE 'not %%', name USING ERRCODE = 'invalid_parameter_value';
              END IF;
              RETURN pg_catalog.set_config(name, value, local);
            END $$;
          SET search_path TO shadow, pg_catalog;
          """
              .formatted(setting));
    }
  }

  @Test
  void saysWhyADatabaseCannotBeUsed() {
    PGSimpleDataSource missing = new PGSimpleDataSource();
    missing.setUrl(database.jdbcUrl());
    missing.setUser("nobody_here");
    missing.setPassword("s3cr3t");
    assertThatExceptionOfType(DatabaseUnavailableException.class)
        .isThrownBy(() -> MigrationSession.open(missing, Duration.ZERO))
        .withMessageContaining("nobody_here")
        .satisfies(e -> assertThat(e).hasMessageNotContaining("s3cr3t"));
  }

  private MigrationSession open() {
    return MigrationSession.open(database.dataSource(), Duration.ZERO);
  }

  private static @Nullable Object ask(MigrationSession session, String sql) throws SQLException {
    return Query.value(session.connection(), sql);
  }
}
