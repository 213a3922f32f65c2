package io.speechtotext.migrator.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LockRetryTest {

  private final IllegalStateException noLock =
      new IllegalStateException(new SQLException("lock timeout", "55P03"));

  private final List<Duration> pauses = new ArrayList<>();
  private int attempts;

  @Test
  void goesOnOnceTheLockCanBeHad() {
    assertThat(retry(5).run(failing(3))).isEqualTo("done at attempt 4");
    assertThat(pauses)
        .containsExactly(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1));
  }

  @Test
  void givesUpWithTheLastFailureAfterItsTries() {
    assertThatThrownBy(() -> retry(3).run(failing(3))).isSameAs(noLock);
    assertThat(attempts).isEqualTo(3);
    assertThat(pauses).hasSize(2);
  }

  @Test
  void pausesForHalfAMinuteAtMost() {
    retry(20).run(failing(19));
    assertThat(pauses).contains(Duration.ofSeconds(30)).isSorted();
    assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofSeconds(30)) <= 0);
  }

  @Test
  void doesNotTryAgainWhatFailsOtherwise() {
    IllegalStateException broken =
        new IllegalStateException(new SQLException("no such column", "42703"));
    Supplier<String> attempt =
        () -> {
          attempts++;
          throw broken;
        };
    assertThatThrownBy(() -> retry(3).run(attempt)).isSameAs(broken);
    assertThat(attempts).isEqualTo(1);
  }

  @Test
  void knowsADeadlockAndNoStateAtAll() {
    assertThat(LockRetry.isAboutALock(new SQLException("deadlock detected", "40P01"))).isTrue();
    assertThat(LockRetry.isAboutALock(new SQLException("no state"))).isFalse();
    assertThat(LockRetry.isAboutALock(new IllegalStateException())).isFalse();
  }

  private LockRetry retry(int tries) {
    return new LockRetry(tries, (next, pause) -> {}, pauses::add);
  }

  private Supplier<String> failing(int times) {
    return () -> {
      attempts++;
      if (attempts <= times) {
        throw noLock;
      }
      return "done at attempt " + attempts;
    };
  }
}
