package io.speechtotext.app.database;

import static io.speechtotext.jooq.Tables.JOBS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.config.DatabaseSettings;
import io.speechtotext.app.failure.UnavailableException;
import io.speechtotext.app.failure.UnavailableException.Outcome;
import io.speechtotext.app.failure.UnavailableException.Reason;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

@Tag("ci")
@FromTemplate(MigratedSchema.class)
class PoolerTest {

  private static final Prepared<Integer, Integer> COUNT =
      Prepared.single(
          "jobs.count",
          (dsl, least) ->
              dsl.selectCount().from(JOBS).where(JOBS.ID.ge(least.bind(JOBS.ID, id -> id))),
          row -> 1);

  private static final Timeouts IMPATIENT =
      new Timeouts(
          Duration.ofMillis(200),
          Duration.ofMillis(100),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10));

  private final ThrowawayDatabase copy;
  private final PgBouncer bouncer;

  PoolerTest(ThrowawayDatabase copy, @TempDir Path directory) throws IOException {
    this.copy = copy;
    this.bouncer = PgBouncer.before(copy, directory);
  }

  @AfterEach
  void end() {
    bouncer.close();
  }

  @Test
  void statementsAndTransactionsOfManyThreadsWork() {
    try (Database database = Database.open(options(""))) {
      List<CompletableFuture<Integer>> threads =
          Stream.generate(() -> CompletableFuture.supplyAsync(() -> work(database)))
              .limit(4)
              .toList();
      assertThat(threads).allSatisfy(each -> assertThat(each.join()).isEqualTo(60));
    }
  }

  // More often than after which the driver would keep a statement in the server's session.
  private static int work(Database database) {
    int answers = 0;
    for (int i = 0; i < 20; i++) {
      answers += database.read(COUNT, i);
      answers += database.write(Repeating.SAFE, COUNT, i);
      int least = i;
      answers += database.transaction(tx -> tx.read(COUNT, least));
    }
    return answers;
  }

  @Test
  void everyStatementHasItsTimeouts() {
    try (Database database = Database.open(options("").with(IMPATIENT));
        Dba dba = new Dba(copy)) {
      assertUnavailable(
          Reason.TIMED_OUT, () -> database.read(dsl -> dsl.execute("SELECT pg_sleep(60)")));
      assertUnavailable(
          Reason.TIMED_OUT,
          () -> database.transaction(tx -> tx.read(dsl -> dsl.execute("SELECT pg_sleep(60)"))));
      dba.execute("BEGIN; LOCK TABLE jobs");
      assertUnavailable(Reason.LOCKED, () -> database.write(Repeating.SAFE, COUNT, 1));
      dba.execute("ROLLBACK");
    }
  }

  @Test
  void nothingIsLeftBehindInASessionThatOthersUseNext() {
    try (Database database = Database.open(options("").with(IMPATIENT))) {
      database.read(COUNT, 1);
      assertThat(database.<Object>read(dsl -> dsl.fetchSingle("SHOW statement_timeout").get(0)))
          .isEqualTo("200ms");
    }
  }

  @Test
  void aWriteThatWasNotCommittedIsNotDone() {
    try (Database database = Database.open(options(""));
        Dba dba = new Dba(copy)) {
      CompletableFuture<?> kill =
          CompletableFuture.runAsync(
              () -> {
                dba.kills("pg_sleep(71)");
                dba.kills("pg_sleep(71)");
              });
      UnavailableException failure =
          assertUnavailable(
              Reason.CONNECTION_LOST,
              () -> database.write(Repeating.UNSAFE, dsl -> dsl.execute("SELECT pg_sleep(71)")));
      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
      kill.join();
    }
  }

  @Test
  void whoeverListensNeedsAWayPastIt() throws SQLException {
    try (Database database = Database.open(options(""))) {
      assertThat(database.listening()).isEmpty();
    }
    DatabaseSettings direct = MigratedSchema.settings(copy, copy.password());
    try (Database database = Database.open(options("").listeningOn(direct));
        Connection connection = database.listening().orElseThrow().getConnection()) {
      assertThat(connection.unwrap(PGConnection.class).getNotifications()).isEmpty();
    }
  }

  @Test
  void preparesNothingUnlessTheUrlSaysSo() {
    try (Database database = Database.open(options(""))) {
      assertThat(threshold(database)).isZero();
    }
    try (Database database = Database.open(options("?prepareThreshold=7"))) {
      assertThat(threshold(database)).isEqualTo(7);
    }
  }

  private static int threshold(Database database) {
    return database.read(
        dsl ->
            dsl.connectionResult(
                connection -> connection.unwrap(PGConnection.class).getPrepareThreshold()));
  }

  private DatabaseOptions options(String query) {
    String url = "jdbc:" + bouncer.url(copy).replaceFirst("//[^@]*@", "//") + query;
    String login =
        (query.isEmpty() ? "?" : "&") + "user=" + copy.user() + "&password=" + copy.password();
    return DatabaseOptions.of(DatabaseSettings.from(Map.of("DATABASE_URL", url + login)));
  }

  private static UnavailableException assertUnavailable(
      Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable operation) {
    UnavailableException failure = catchThrowableOfType(UnavailableException.class, operation);
    assertThat(failure.reason()).isEqualTo(reason);
    return failure;
  }
}
