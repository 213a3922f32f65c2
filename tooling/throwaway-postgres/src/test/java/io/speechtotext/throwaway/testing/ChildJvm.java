package io.speechtotext.throwaway.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A JVM on this one's class path, for what a test cannot do to itself: die, or start in another
 * environment. One that hangs is killed, so that no test waits for ever.
 */
public final class ChildJvm implements AutoCloseable {

  private static final int LIMIT_SECONDS = 120;

  private final Process process;
  private final BufferedReader output;
  private final CompletableFuture<Void> end;
  private final List<String> lines = new ArrayList<>();

  ChildJvm(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
    this.end =
        process
            .onExit()
            .completeOnTimeout(process, LIMIT_SECONDS, TimeUnit.SECONDS)
            .thenAccept(ended -> ended.toHandle().destroyForcibly());
  }

  /** A JVM that runs {@code main}, to be started. */
  public static ChildJvmBuilder of(Class<?> main) {
    return new ChildJvmBuilder(main);
  }

  public long pid() {
    return process.pid();
  }

  /**
   * Reads on, to a line that starts with {@code word}.
   *
   * @return the rest of that line
   */
  public String await(String word) throws IOException {
    for (String line = read(); line != null; line = read()) {
      if (line.startsWith(word)) {
        return line.substring(word.length()).strip();
      }
    }
    throw new IOException("The JVM ended without saying '" + word + "':\n" + said());
  }

  /** Ends its input, which is what it waits for, and reads to its end. */
  public int endInput() throws IOException {
    process.getOutputStream().close();
    return exitCode();
  }

  /** Asks it to end, as SIGTERM does, and reads to its end. */
  public int terminate() throws IOException {
    // By its handle, which leaves its output readable.
    process.toHandle().destroy();
    return exitCode();
  }

  /** Kills it, as SIGKILL does: it can do nothing about it. */
  public void kill() {
    process.destroyForcibly();
    end.join();
  }

  /** Reads to its end. */
  public int exitCode() throws IOException {
    for (String line = read(); line != null; line = read()) {}
    end.join();
    return process.onExit().join().exitValue();
  }

  /** All that it printed, as far as it was read. */
  public String said() {
    return String.join("\n", lines);
  }

  private @Nullable String read() throws IOException {
    String line = output.readLine();
    if (line != null) {
      lines.add(line);
    }
    return line;
  }

  @Override
  public void close() {
    kill();
  }
}
