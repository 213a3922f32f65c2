package io.speechtotext.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.speechtotext.app.database.Signals;
import io.speechtotext.throwaway.ThrowawayDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JobSignalsTest extends JobTest {

  // Longer than any test would wait: who returns sooner was woken.
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final String LISTENERS =
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'";

  JobSignalsTest(ThrowawayDatabase copy) {
    super(copy);
  }

  @Test
  void aWaitingWorkerIsWokenBySubmissions() throws Exception {
    try (JobSignals signals = new JobSignals(database.database())) {
      JobSignals.Waiter waiter = listening(signals);
      CompletableFuture<Boolean> woken = waitingIn(waiter);
      jobs.submit(newJob());
      assertThat(woken.get(1, TimeUnit.MINUTES)).isTrue();
      assertThat(jobs.claim("worker", 1, MINUTE)).hasSize(1);
    }
  }

  @Test
  void aJobThatIsAnnouncedWhileNobodyWaitsIsNotMissed() throws Exception {
    try (JobSignals signals = new JobSignals(database.database())) {
      JobSignals.Waiter waiter = listening(signals);
      JobSignals.Waiter another = signals.newWaiter();
      jobs.submit(newJob());
      assertThat(another.await(LONG)).isTrue();
      assertThat(waiter.await(LONG)).isTrue();
      assertThat(waiter.await(Duration.ZERO)).isFalse();
    }
  }

  @Test
  void aJobThatIsGivenBackWakesAnotherWorker() throws Exception {
    Lease lease = claimed().lease();
    try (JobSignals signals = new JobSignals(database.database())) {
      JobSignals.Waiter waiter = listening(signals);
      jobs.release(lease);
      assertThat(waiter.await(LONG)).isTrue();
    }
  }

  @Test
  void aSubmissionThatIsUndoneWakesNobody() throws Exception {
    try (JobSignals signals = new JobSignals(database.database())) {
      JobSignals.Waiter waiter = listening(signals);
      assertThat(
              catchThrowable(
                  () ->
                      database
                          .database()
                          .transaction(
                              tx -> {
                                new JobRepository(tx).submit(newJob());
                                throw new IllegalStateException("undone");
                              })))
          .hasMessage("undone");
      jobs.submit(newJob());
      assertThat(waiter.await(LONG)).isTrue();
      assertThat(waiter.await(Duration.ofMillis(100))).as("a second signal").isFalse();
    }
  }

  @Test
  void aConnectionThatIsCutIsMadeAgain() throws Exception {
    try (JobSignals signals = new JobSignals(database.database())) {
      JobSignals.Waiter waiter = listening(signals);
      String cut = database.rows(LISTENERS + " OR query = 'SELECT 1'").get(0);
      database.execute("SELECT pg_terminate_backend(?)", Integer.valueOf(cut));
      assertThat(waiter.await(LONG)).as("it listens again").isTrue();
      jobs.submit(newJob());
      assertThat(waiter.await(LONG)).isTrue();
    }
  }

  @Test
  void closingEndsAllWaitingAtOnce() throws Exception {
    JobSignals signals = new JobSignals(database.database());
    CompletableFuture<Boolean> woken = waitingIn(listening(signals));
    signals.close();
    assertThat(woken.get(1, TimeUnit.MINUTES)).isFalse();
    assertThat(signals.newWaiter().await(LONG)).isFalse();
  }

  @Test
  void withoutAWayToListenWaitingLastsAsLongAsItMay() throws Exception {
    try (Signals deaf = new Signals(Optional.empty(), "any")) {
      assertThat(deaf.isListening()).isFalse();
      assertThat(deaf.newWaiter().await(Duration.ofMillis(1))).isFalse();
    }
  }

  // The first signal is that it listens.
  private static JobSignals.Waiter listening(JobSignals signals) throws InterruptedException {
    JobSignals.Waiter waiter = signals.newWaiter();
    while (!signals.isListening()) {
      waiter.await(LONG);
    }
    return signals.newWaiter();
  }

  private static CompletableFuture<Boolean> waitingIn(JobSignals.Waiter waiter)
      throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Boolean> woken =
        CompletableFuture.supplyAsync(
            () -> {
              begun.countDown();
              try {
                return waiter.await(LONG);
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    begun.await();
    return woken;
  }
}
