package io.speechtotext.app.database;

import static io.speechtotext.jooq.Tables.JOBS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.failure.DataException;
import io.speechtotext.app.failure.UnavailableException;
import io.speechtotext.app.failure.UnavailableException.Outcome;
import io.speechtotext.app.failure.UnavailableException.Reason;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class TransactionsTest {

  private final List<Integer> pauses = new ArrayList<>();
  private final Database database;
  private final Dba dba;

  TransactionsTest(ThrowawayDatabase copy) {
    database =
        Database.open(
            DatabaseOptions.of(MigratedSchema.settings(copy, copy.password())), this::paused);
    dba = new Dba(copy);
  }

  // In place of a random time: until the other side is done.
  private synchronized void paused(int attempt) {
    pauses.add(attempt);
    dba.awaits(
        """
        SELECT count(*) = 0 FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND state IN ('active', 'idle in transaction')""");
  }

  @BeforeEach
  void twoJobs() {
    dba.execute("TRUNCATE jobs CASCADE");
    submit(database, "a");
    submit(database, "b");
  }

  @AfterEach
  void close() {
    database.close();
    dba.close();
  }

  @Test
  void happensAsAWhole() {
    database.transaction(tx -> submit(tx, "c") + submit(tx, "d"));
    assertThat(jobs()).isEqualTo("a b c d");
  }

  @Test
  void isUndoneByAnException() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                database.transaction(
                    tx -> {
                      submit(tx, "c");
                      throw new IllegalStateException("enough");
                    }))
        .withMessage("enough");
    assertThat(jobs()).isEqualTo("a b");
  }

  @Test
  void isUndoneByARefusalThatSomebodyKeptToThemselves() {
    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(
            () ->
                database.transaction(
                    tx -> {
                      submit(tx, "c");
                      return catchThrowable(() -> submit(tx, "a"));
                    }));
    assertThat(jobs()).isEqualTo("a b");
  }

  @Test
  void saysAgainWhatWasRefusedToWhoGoesOn() {
    List<Throwable> refusals = new ArrayList<>();
    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(
            () ->
                database.transaction(
                    tx -> {
                      refusals.add(catchThrowable(() -> submit(tx, "a")));
                      refusals.add(catchThrowable(() -> submit(tx, "c")));
                      return true;
                    }))
        .satisfies(e -> assertThat(refusals).allSatisfy(each -> assertThat(each).isSameAs(e)));
  }

  @Test
  void isUndoneWhenSomethingInItFailedHalfWay() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                database.transaction(
                    tx ->
                        catchThrowable(
                            () ->
                                tx.atomically(
                                    Repeating.SAFE,
                                    dsl -> {
                                      dsl.deleteFrom(JOBS).execute();
                                      throw new IllegalStateException("half-way");
                                    }))))
        .withMessage("half-way");
    assertThat(jobs()).isEqualTo("a b");
  }

  @Test
  void isJoinedByWhatHappensTogether() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                database.transaction(
                    tx -> {
                      tx.atomically(Repeating.SAFE, dsl -> dsl.deleteFrom(JOBS).execute());
                      throw new IllegalStateException();
                    }));
    assertThat(jobs()).isEqualTo("a b");
  }

  @Test
  void isOverWhenItsCallbackIs() {
    AtomicReference<@Nullable Statements> kept = new AtomicReference<>();
    database.transaction(
        tx -> {
          kept.set(tx);
          return true;
        });
    Statements over = java.util.Objects.requireNonNull(kept.get());
    assertThatIllegalStateException()
        .isThrownBy(() -> submit(over, "c"))
        .withMessageContaining("over");
  }

  @Test
  void leavesTheConnectionAsItWas() {
    database.transaction(tx -> submit(tx, "c"));
    assertThat(database.<Boolean>read(dsl -> dsl.connectionResult(Connection::getAutoCommit)))
        .isTrue();
  }

  @Test
  void bothSidesOfADeadlockAreDone() {
    CyclicBarrier bothHold = new CyclicBarrier(2);
    AtomicInteger runs = new AtomicInteger();
    CompletableFuture<Integer> other =
        CompletableFuture.supplyAsync(
            () -> database.transaction(tx -> touchBoth(tx, "b", "a", runs, bothHold)));
    database.transaction(tx -> touchBoth(tx, "a", "b", runs, bothHold));
    other.join();
    assertThat(runs).hasValue(3);
    assertThat(pauses).containsExactly(1);
    assertThat(dba.value("SELECT string_agg(model_name, ' ') FROM jobs")).isEqualTo("x x");
  }

  private static int touchBoth(
      Statements tx, String first, String second, AtomicInteger runs, CyclicBarrier bothHold) {
    int run = runs.incrementAndGet();
    touch(tx, first);
    if (run <= 2) {
      meet(bothHold);
    }
    return touch(tx, second);
  }

  @Test
  void onceMeansOnce() {
    AtomicInteger runs = new AtomicInteger();
    UnavailableException failure =
        catchThrowableOfType(
            UnavailableException.class,
            () ->
                database.transactionOnce(
                    tx -> {
                      runs.incrementAndGet();
                      return conflicting(tx);
                    }));
    assertThat(runs).hasValue(1);
    assertThat(failure.reason()).isEqualTo(Reason.ROLLED_BACK);
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
    assertThat(failure.safeToRepeat()).isTrue();
  }

  @Test
  void isTriedFiveTimesAgainstOthersWhoAlwaysWin() {
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> database.transaction(this::conflicting));
    assertThat(pauses).containsExactly(1, 2, 3, 4);
  }

  @Test
  void aWriteAloneIsRepeatedWhateverItsKind() {
    AtomicInteger runs = new AtomicInteger();
    database.write(
        Repeating.UNSAFE,
        dsl -> {
          String state = runs.incrementAndGet() < 3 ? "40001" : "00000";
          return dsl.execute(raising(state));
        });
    assertThat(runs).hasValue(3);
  }

  @Test
  void whatIsUnsafeTogetherIsNotRepeated() {
    AtomicInteger runs = new AtomicInteger();
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(
            () ->
                database.atomically(
                    Repeating.UNSAFE,
                    dsl -> {
                      runs.incrementAndGet();
                      return dsl.execute(raising("40P01"));
                    }));
    assertThat(runs).hasValue(1);
  }

  @Test
  void aSessionThatEndsBeforeTheCommitMeansNotDone() {
    AtomicInteger runs = new AtomicInteger();
    Throwable failure =
        catchThrowable(
            () ->
                database.transactionOnce(
                    tx -> {
                      runs.incrementAndGet();
                      submit(tx, "c");
                      Integer pid =
                          tx.read(dsl -> dsl.fetchSingle("SELECT pg_backend_pid()"))
                              .into(int.class);
                      dba.awaits("SELECT pg_terminate_backend(" + pid + ")");
                      return submit(tx, "d");
                    }));
    assertThat(failure)
        .isInstanceOfSatisfying(
            UnavailableException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE));
    assertThat(jobs()).isEqualTo("a b");
  }

  @Test
  void aSessionThatEndsDuringTheCommitLeavesItOpen() {
    // A constraint that is looked at during the commit, and takes a minute.
    dba.execute(
        """
        CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN PERFORM pg_sleep(65); RETURN NULL; END $$;
        CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON jobs
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION slow()""");
    CompletableFuture<@Nullable Void> kill = CompletableFuture.runAsync(() -> dba.kills("COMMIT"));
    try {
      UnavailableException failure =
          catchThrowableOfType(
              UnavailableException.class, () -> database.transaction(tx -> submit(tx, "c")));
      assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(failure.safeToRepeat()).isFalse();
    } finally {
      kill.join();
      dba.execute("DROP FUNCTION slow CASCADE");
    }
  }

  @Test
  void aRefusalDuringTheCommitIsARefusal() {
    dba.execute(
        """
        CREATE FUNCTION refuses() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN RAISE unique_violation USING CONSTRAINT = 'uq_jobs_job_id'; END $$;
        CREATE CONSTRAINT TRIGGER refuses AFTER INSERT ON jobs
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuses()""");
    try {
      assertThatExceptionOfType(ConflictException.class)
          .isThrownBy(() -> database.transaction(tx -> submit(tx, "c")));
    } finally {
      dba.execute("DROP FUNCTION refuses CASCADE");
    }
    assertThat(jobs()).isEqualTo("a b");
  }

  @Test
  void anErrorOfTheMachineUndoesItToo() {
    assertThatExceptionOfType(StackOverflowError.class)
        .isThrownBy(
            () ->
                database.transaction(
                    tx -> {
                      submit(tx, "c");
                      throw new StackOverflowError();
                    }));
    assertThat(jobs()).isEqualTo("a b");
  }

  // Its snapshot is older than what somebody else has committed meanwhile.
  private int conflicting(Statements tx) {
    tx.read(dsl -> dsl.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"));
    tx.read(dsl -> dsl.fetchCount(JOBS));
    dba.execute("UPDATE jobs SET model_name = 'y'");
    return touch(tx, "a");
  }

  private static String raising(String sqlState) {
    return "DO $$ BEGIN IF '%1$s' <> '00000' THEN RAISE SQLSTATE '%1$s'; END IF; END $$"
        .formatted(sqlState);
  }

  private static int submit(Statements statements, String name) throws DataException {
    return statements.write(
        Repeating.UNSAFE,
        dsl ->
            dsl.insertInto(JOBS)
                .set(JOBS.JOB_ID, id(name))
                .set(JOBS.STATUS, "pending")
                .set(JOBS.LANGUAGE, name)
                .execute());
  }

  private static int touch(Statements statements, String name) {
    return statements.write(
        Repeating.SAFE,
        dsl ->
            dsl.update(JOBS).set(JOBS.MODEL_NAME, "x").where(JOBS.JOB_ID.eq(id(name))).execute());
  }

  private static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private @Nullable String jobs() {
    return dba.value("SELECT string_agg(language, ' ' ORDER BY language) FROM jobs");
  }
}
