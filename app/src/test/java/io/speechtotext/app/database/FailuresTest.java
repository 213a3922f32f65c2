package io.speechtotext.app.database;

import static io.speechtotext.jooq.Tables.API_KEYS;
import static io.speechtotext.jooq.Tables.FEEDBACK;
import static io.speechtotext.jooq.Tables.JOBS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.app.failure.RefusedTransitionException;
import io.speechtotext.app.failure.Rule;
import io.speechtotext.app.failure.UnavailableException;
import io.speechtotext.app.failure.UnavailableException.Outcome;
import io.speechtotext.app.failure.UnavailableException.Reason;
import io.speechtotext.app.failure.UnexpectedFailureException;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@FromTemplate(MigratedSchema.class)
class FailuresTest {

  private static final String SECRET = "s3cr3t";

  private final ThrowawayDatabase copy;
  private final Database database;
  private final Dba dba;

  FailuresTest(ThrowawayDatabase copy) {
    this.copy = copy;
    this.database = MigratedSchema.open(copy);
    this.dba = new Dba(copy);
  }

  @AfterEach
  void close() {
    database.close();
    dba.execute("TRUNCATE api_keys, jobs CASCADE");
    dba.close();
  }

  @Test
  void everyRuleOfTheSchemaHasAMeaning() {
    String names =
        dba.value(
            """
            SELECT string_agg(DISTINCT name, ' ') FROM (
              SELECT conname::text AS name FROM pg_constraint
              WHERE contype IN ('u', 'f', 'c', 'x') AND conrelid <> 0
              AND connamespace = 'public'::regnamespace
              UNION
              SELECT indexrelid::regclass::text FROM pg_index
              JOIN pg_class ON pg_class.oid = indexrelid
              WHERE relnamespace = 'public'::regnamespace AND indisunique AND NOT indisprimary
              UNION
              SELECT (regexp_matches(prosrc, 'CONSTRAINT = ''([^'']+)''', 'g'))[1] FROM pg_proc
              WHERE pronamespace = 'public'::regnamespace AND prorettype = 'trigger'::regtype
            ) rules WHERE name NOT LIKE 'flyway%'""");
    assertThat(String.valueOf(names).split(" "))
        .containsExactlyInAnyOrder(
            Arrays.stream(Rule.values()).map(Rule::constraint).toArray(String[]::new));
  }

  @Test
  void aTakenNameIsAConflictThatSaysSo() {
    key("clinic", "h1");
    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> key("clinic", "h2"))
        .withMessage("another API key has this name")
        .satisfies(e -> assertThat(e.rule()).isEqualTo(Rule.KEY_NAME_TAKEN));
  }

  @Test
  void aRowThatIsNotThereIsAConflictToo() {
    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(
            () ->
                write(
                    dsl ->
                        dsl.insertInto(FEEDBACK)
                            .set(FEEDBACK.JOB_ID, -1)
                            .set(FEEDBACK.ORIGINAL_TEXT, "a")
                            .set(FEEDBACK.CORRECTED_TEXT, "b")
                            .execute()))
        .satisfies(e -> assertThat(e.rule()).isEqualTo(Rule.FEEDBACK_JOB_MISSING));
  }

  @Test
  void aMissingValueNamesItsColumn() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> write(dsl -> dsl.insertInto(JOBS).set(JOBS.JOB_ID, "x").execute()))
        .satisfies(e -> assertThat(e.field()).isEqualTo("jobs.status"));
  }

  @Test
  void whatHasEndedIsNotBegunAgainByAnybody() {
    dba.execute(
        "INSERT INTO jobs (job_id, status) VALUES ('00000000-0000-0000-0000-000000000001', 'cancelled')");
    assertThatExceptionOfType(RefusedTransitionException.class)
        .isThrownBy(() -> write(dsl -> dsl.update(JOBS).set(JOBS.STATUS, "pending").execute()))
        .withMessage("the job has ended and stays as it is");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INSERT INTO api_keys (name, key_hash) VALUES (repeat('s3cr3t', 99), 'x') | too long
          SELECT 's3cr3t'::int                                                     | form
          SELECT '{"s3cr3t'::json                                                  | form
          SELECT 99999999999::int                                                  | range
          SELECT 's3cr3t'::timestamptz                                             | date or time
          SELECT '2026-02-30'::date                                                | date or time
          SELECT convert_from('\\xff'::bytea, 'UTF8')                              | character
          """)
  void aValueThatDoesNotFitIsInvalid(String sql, String word) {
    Throwable failure = catchThrowable(() -> write(dsl -> dsl.execute(sql)));
    assertThat(failure).isInstanceOf(InvalidValueException.class).hasMessageContaining(word);
    assertSaysNothingOf(SECRET, failure);
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT 1 / 0 AS s3cr3t, 22012",
    "SELECT s3cr3t, 42703",
    "ALTER TABLE jobs ADD s3cr3t int, 42501",
    "SELECT no_such_function('s3cr3t'), 42883"
  })
  void whatNobodyCanActOnHasItsCode(String sql, String sqlState) {
    // The comma of the last one is none.
    UnexpectedFailureException failure =
        catchThrowableOfType(
            UnexpectedFailureException.class, () -> write(dsl -> dsl.execute(sql)));
    assertThat(failure.sqlState()).isEqualTo(sqlState);
    assertSaysNothingOf(SECRET, failure);
  }

  @Test
  void neitherSqlNorValuesAreInAFailureOrInWhatCausedIt() {
    key("clinic", SECRET);
    for (Throwable failure :
        List.of(
            catchThrowable(() -> key("other", SECRET)),
            catchThrowable(() -> database.read(dsl -> dsl.execute("SELECT '" + SECRET + "'::int"))),
            catchThrowable(
                () ->
                    database.atomically(
                        Repeating.UNSAFE, dsl -> dsl.fetch("SELECT '" + SECRET + "'::uuid"))),
            catchThrowable(
                () ->
                    database.read(
                        dsl -> dsl.fetchSingle("SELECT 's3cr3t' FROM generate_series(1, 2)"))))) {
      assertSaysNothingOf(SECRET, failure);
    }
  }

  @Test
  void aStatementThatTakesTooLongIsStoppedAndNotDone() {
    Timeouts impatient = timeouts(Duration.ofMillis(200), Duration.ofSeconds(10));
    try (Database limited = Database.open(options().with(impatient))) {
      assertThatUnavailable(
          () -> limited.write(Repeating.UNSAFE, dsl -> dsl.execute("SELECT pg_sleep(60)")),
          Reason.TIMED_OUT,
          Outcome.NOT_DONE,
          true);
    }
  }

  @Test
  void aLockThatIsHeldForTooLongIsNotWaitedFor() {
    Timeouts impatient = timeouts(Duration.ofSeconds(30), Duration.ofMillis(100));
    dba.execute("BEGIN; LOCK TABLE jobs");
    try (Database limited = Database.open(options().with(impatient))) {
      assertThatUnavailable(
          () -> limited.write(Repeating.UNSAFE, dsl -> dsl.deleteFrom(JOBS).execute()),
          Reason.LOCKED,
          Outcome.NOT_DONE,
          true);
    } finally {
      dba.execute("ROLLBACK");
    }
  }

  @Test
  void aTransactionThatIdlesTooLongIsEndedByTheServer() {
    Timeouts impatient =
        new Timeouts(
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofMillis(100),
            Duration.ofSeconds(10));
    try (Database limited = Database.open(options().with(impatient))) {
      assertThatUnavailable(
          () ->
              limited.transactionOnce(
                  tx -> {
                    Integer pid =
                        tx.read(dsl -> dsl.fetchSingle("SELECT pg_backend_pid()")).into(int.class);
                    dba.awaits("SELECT count(*) = 0 FROM pg_stat_activity WHERE pid = " + pid);
                    return tx.read(dsl -> dsl.fetchSingle("SELECT 1"));
                  }),
          Reason.CONNECTION_LOST,
          Outcome.NOT_DONE,
          true);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSessionThatIsEndedLeavesAWriteOpen(Repeating repeating) {
    CompletableFuture<@Nullable Void> kill =
        CompletableFuture.runAsync(() -> dba.kills("pg_sleep(61)"));
    assertThatUnavailable(
        () -> database.write(repeating, dsl -> dsl.execute("SELECT pg_sleep(61)")),
        Reason.CONNECTION_LOST,
        Outcome.UNKNOWN,
        repeating == Repeating.SAFE);
    kill.join();
  }

  @Test
  void aReadIsRepeatedOnAnotherConnection() {
    CompletableFuture<@Nullable Void> kill =
        CompletableFuture.runAsync(() -> dba.kills("pg_sleep(62)"));
    AtomicInteger runs = new AtomicInteger();
    Integer answer =
        database.read(
            dsl -> {
              String sleep = runs.getAndIncrement() == 0 ? "pg_sleep(62)" : "pg_sleep(0)";
              return dsl.fetchSingle("SELECT 42, " + sleep).get(0, Integer.class);
            });
    kill.join();
    assertThat(answer).isEqualTo(42);
    assertThat(runs).hasValue(2);
  }

  @Test
  void aReadIsRepeatedOnce() {
    CompletableFuture<@Nullable Void> kill =
        CompletableFuture.runAsync(
            () -> {
              dba.kills("pg_sleep(63)");
              dba.kills("pg_sleep(64)");
            });
    AtomicInteger runs = new AtomicInteger();
    assertThatUnavailable(
        () ->
            database.read(
                dsl -> dsl.fetch("SELECT pg_sleep(%d)".formatted(63 + runs.getAndIncrement()))),
        Reason.CONNECTION_LOST,
        Outcome.NOT_DONE,
        true);
    kill.join();
    assertThat(runs).hasValue(2);
  }

  @Test
  void aPoolThatIsUsedUpMeansNotDone() {
    PoolSettings one = new PoolSettings(1, Duration.ofMillis(250));
    try (Database small = Database.open(options().with(one))) {
      small.read(
          outer -> {
            assertThatUnavailable(
                () -> small.write(Repeating.UNSAFE, dsl -> dsl.execute("SELECT 1")),
                Reason.NO_CONNECTION,
                Outcome.NOT_DONE,
                true);
            return true;
          });
    }
  }

  @Test
  void aDatabaseThatIsClosedIsADefectOfTheCaller() {
    Database closed = Database.open(options());
    closed.close();
    assertThatIllegalStateException().isThrownBy(() -> closed.read(dsl -> dsl.fetch("SELECT 1")));
  }

  @Test
  void aWriteIsOneStatement() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                database.write(
                    Repeating.SAFE,
                    dsl -> dsl.deleteFrom(JOBS).execute() + dsl.deleteFrom(JOBS).execute()))
        .withMessageContaining("atomically");
  }

  @Test
  void jooqsOwnTransactionsAreRefused() {
    assertThat(
            catchThrowable(
                () ->
                    database.atomically(Repeating.SAFE, dsl -> dsl.transactionResult(inner -> 1))))
        .hasStackTraceContaining("atomically");
  }

  private void key(String name, String hash) {
    write(
        dsl ->
            dsl.insertInto(API_KEYS)
                .set(API_KEYS.NAME, name)
                .set(API_KEYS.KEY_HASH, hash)
                .execute());
  }

  private void write(java.util.function.Function<DSLContext, Integer> statement) {
    database.write(Repeating.UNSAFE, statement);
  }

  private DatabaseOptions options() {
    return DatabaseOptions.of(MigratedSchema.settings(copy, copy.password()));
  }

  private static Timeouts timeouts(Duration statement, Duration lock) {
    return new Timeouts(statement, lock, Duration.ofSeconds(60), Duration.ofSeconds(10));
  }

  private static void assertThatUnavailable(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable operation,
      Reason reason,
      Outcome outcome,
      boolean safeToRepeat) {
    UnavailableException failure = catchThrowableOfType(UnavailableException.class, operation);
    assertThat(failure).isNotNull();
    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure.outcome()).isEqualTo(outcome);
    assertThat(failure.safeToRepeat()).isEqualTo(safeToRepeat);
    assertSaysNothingOf("pg_sleep", failure);
  }

  static void assertSaysNothingOf(String secret, @Nullable Throwable failure) {
    assertThat(failure).isNotNull();
    StringWriter printed = new StringWriter();
    java.util.Objects.requireNonNull(failure).printStackTrace(new PrintWriter(printed, true));
    assertThat(printed.toString()).doesNotContain(secret).doesNotContain("SELECT");
    List<Throwable> all = new ArrayList<>(List.of(failure));
    for (int i = 0; i < all.size(); i++) {
      Throwable each = all.get(i);
      assertThat(each).isNotInstanceOfAny(SQLException.class, DataAccessException.class);
      if (each.getCause() != null) {
        all.add(each.getCause());
      }
      all.addAll(Arrays.asList(each.getSuppressed()));
    }
  }
}
