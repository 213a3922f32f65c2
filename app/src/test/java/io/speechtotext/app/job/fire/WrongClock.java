package io.speechtotext.app.job.fire;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;

/**
 * A host's clock that is wrong, by Debian's {@code libfaketime}: whatever asks for the time of day
 * in such a process is told another. What counts the time that passes is right, as it is on such a
 * host.
 */
final class WrongClock {

  private static final Path LIBRARIES = Path.of("/usr/lib");

  private WrongClock() {}

  /**
   * The environment of a process that has it.
   *
   * @param ahead by how much; negative when it is behind, zero when it is right
   */
  static Map<String, String> by(Duration ahead) throws IOException {
    return Map.of(
        "LD_PRELOAD",
        library().toString(),
        "FAKETIME",
        "%+d".formatted(ahead.toSeconds()),
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        // Else it takes waits by the one clock for waits by the other, and ends them at once.
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0");
  }

  // In a directory with the machine's architecture for a name.
  private static Path library() throws IOException {
    try (DirectoryStream<Path> architectures =
        Files.newDirectoryStream(LIBRARIES, "*-linux-gnu*")) {
      Iterator<Path> found = architectures.iterator();
      while (found.hasNext()) {
        Path library = found.next().resolve("faketime/libfaketimeMT.so.1");
        if (Files.exists(library)) {
          return library;
        }
      }
    }
    throw new AssertionError(
        "libfaketime is not in " + LIBRARIES + ". Next: apt-get install faketime");
  }
}
