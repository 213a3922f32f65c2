package io.speechtotext.app.job.fire;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** The processes that work, of which one is killed every second. Not thread-safe. */
final class Workers implements AutoCloseable {

  private static final int PROCESSES = 5;
  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final WorkerJvm jvm;
  private final Random random = new Random();
  private final List<Host> running = new ArrayList<>();
  private final long beginNanos;
  private int started;
  private int killed;
  private int killedEarly;

  Workers(WorkerJvm jvm) throws IOException {
    this.jvm = jvm;
    for (int i = 0; i < PROCESSES; i++) {
      running.add(start());
    }
    beginNanos = System.nanoTime();
  }

  /** How many were killed so far. */
  int killed() {
    return killed;
  }

  /** How many of them had not worked yet. */
  int killedEarly() {
    return killedEarly;
  }

  /** For how long they have been working, and being killed. */
  Duration time() {
    return Duration.ofNanos(System.nanoTime() - beginNanos);
  }

  /**
   * Waits for the next full second, kills one of them, whatever it is doing, and starts another in
   * its place. Whoever comes too late kills at once, so that there are as many kills as seconds.
   *
   * @throws AssertionError when one has ended by itself
   */
  void killOneASecond() throws Exception {
    int victim = random.nextInt(PROCESSES);
    Host chosen = running.get(victim);
    chosen.awaitEnd(beginNanos + (killed + 1) * SECOND_NANOS - System.nanoTime());
    running.forEach(Host::assertThatItRuns);
    if (!chosen.hasWorked()) {
      killedEarly++;
    }
    chosen.kill();
    killed++;
    running.set(victim, start());
  }

  private Host start() throws IOException {
    return jvm.start("host-" + ++started);
  }

  @Override
  public void close() {
    running.forEach(Host::kill);
  }
}
