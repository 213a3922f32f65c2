package io.speechtotext.app.job.fire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process with workers, standing for a host of its own. */
final class Host {

  private final Process process;
  private final CompletableFuture<String> firstWord;

  Host(Process process) {
    this.process = process;
    firstWord = new CompletableFuture<>();
    // Not from a pool, where as many as there are processors would keep the others waiting.
    Thread reader = new Thread(this::read, "first-word-of-" + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try {
      String line = process.inputReader(StandardCharsets.UTF_8).readLine();
      if (line != null) {
        firstWord.complete(line);
      }
    } catch (IOException e) {
      // It was killed meanwhile: whoever waits for its word is told.
      firstWord.completeExceptionally(e);
    }
  }

  /** Whether one of its workers has asked for a job yet, and was answered. */
  boolean hasWorked() {
    return firstWord.isDone() && !firstWord.isCompletedExceptionally();
  }

  /** What it says when the first of its workers is answered. */
  String firstWord() {
    return firstWord.orTimeout(1, TimeUnit.MINUTES).join();
  }

  /** Waits until it ends, and no longer than that. */
  void awaitEnd(long nanos) throws InterruptedException {
    process.waitFor(nanos, TimeUnit.NANOSECONDS);
  }

  void assertThatItRuns() {
    if (!process.isAlive()) {
      throw new AssertionError("a worker ended by itself: " + process.exitValue());
    }
  }

  /** Tells it to end, and waits until it has. */
  void end() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }

  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
