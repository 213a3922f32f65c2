package io.speechtotext.app.job.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.job.fire.WorkLog.Step;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workers on hosts whose clocks are hours ahead and hours behind: the database's clock rules. A
 * lease is as long for all, and so is a pause; nobody takes what another has.
 */
@Tag("ci")
@FromTemplate(MigratedSchema.class)
class WrongClocksTest {

  private static final int JOBS = 400;
  private static final Duration OFF = Duration.ofHours(5);
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir Path directory;

  private final ThrowawayDatabase database;
  private final Ledger ledger;

  WrongClocksTest(ThrowawayDatabase copy) {
    database = copy;
    ledger = new Ledger(copy);
  }

  @Test
  void changeNothing() throws Exception {
    WorkerJvm jvm = WorkerJvm.prepare(MigratedSchema.url(database, database.password()), directory);
    ledger.begin();
    Host ahead = start(jvm, "ahead", OFF);
    Host behind = start(jvm, "behind", OFF.negated());
    Host right = start(jvm, "right", Duration.ZERO);
    try (Submitting submitting = new Submitting(database, JOBS)) {
      awaitEnds(JOBS / 4, right, submitting);
      ahead.kill();
      awaitEnds(JOBS / 2, right, submitting);
      ahead = start(jvm, "ahead again", OFF);
      behind.kill();
      awaitEnds(JOBS, right, submitting);
    } finally {
      List.of(ahead, behind, right).forEach(Host::kill);
    }
    ledger.assertThatAllHaveEndedOnce(JOBS);
    for (String host : List.of("ahead", "behind", "right")) {
      assertThat(jvm.logs().resolve(host)).isNotEmptyFile();
    }
    WorkLog.read(jvm.logs()).values().forEach(WrongClocksTest::assertThatNobodyTookAnothers);
  }

  private static Host start(WorkerJvm jvm, String name, Duration off) throws IOException {
    Host host = jvm.start(name, WrongClock.by(off));
    assertThat(Instant.parse(host.firstWord()))
        .isCloseTo(Instant.now().plus(off), within(5, ChronoUnit.MINUTES));
    return host;
  }

  private void awaitEnds(int jobs, Host right, Submitting submitting) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    for (long ended = ledger.ended(); ended < jobs; ended = ledger.ended()) {
      assertThat(System.nanoTime()).as("%d of %d jobs ended in time", ended, jobs).isLessThan(end);
      right.awaitEnd(Duration.ofMillis(50).toNanos());
      right.assertThatItRuns();
      submitting.assertThatItGoesOn();
    }
  }

  // What did not end by itself is taken up when its lease is over, two seconds after its worker was
  // heard last. A step is noted after that, hence the half.
  private static void assertThatNobodyTookAnothers(List<Step> steps) {
    for (int i = 1; i < steps.size(); i++) {
      Step before = steps.get(i - 1);
      Step step = steps.get(i);
      assertThat(step.attempt())
          .as("%s after %s", step, before)
          .isBetween(before.attempt(), before.attempt() + 1);
      if (step.attempt() > before.attempt() && before.talk().failure(before.attempt()).isEmpty()) {
        assertThat(Duration.ofNanos(step.nanos() - before.nanos()))
            .as("%s after %s", step, before)
            .isBetween(Worker.LEASE.dividedBy(2), LIMIT);
      }
    }
  }
}
