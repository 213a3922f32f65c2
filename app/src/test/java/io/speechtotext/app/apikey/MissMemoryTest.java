package io.speechtotext.app.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MissMemoryTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
  private final MissMemory memory = new MissMemory(nanos::get);

  @Test
  void holdsAMissForAMinuteAlsoWhereTheClockOverflows() {
    memory.remember(digest(1));
    nanos.addAndGet(MissMemory.KEPT.toNanos() - 1);
    assertThat(memory.holds(digest(1))).isTrue();
    nanos.incrementAndGet();
    assertThat(memory.holds(digest(1))).isFalse();
  }

  @Test
  void aMissThatIsRememberedAgainBeginsAnew() {
    memory.remember(digest(1));
    nanos.addAndGet(MissMemory.KEPT.toNanos() / 2);
    memory.remember(digest(1));
    nanos.addAndGet(MissMemory.KEPT.toNanos() - 1);
    assertThat(memory.holds(digest(1))).isTrue();
  }

  @Test
  void forgetsTheOldestWhenThereAreTooMany() {
    for (int i = 0; i <= MissMemory.MOST_KEPT; i++) {
      memory.remember(digest(i));
    }
    assertThat(memory.holds(digest(0))).isFalse();
    assertThat(memory.holds(digest(1))).isTrue();
    assertThat(memory.holds(digest(MissMemory.MOST_KEPT))).isTrue();
  }

  private static KeyDigest digest(int i) {
    return KeyDigest.of("key " + i);
  }
}
