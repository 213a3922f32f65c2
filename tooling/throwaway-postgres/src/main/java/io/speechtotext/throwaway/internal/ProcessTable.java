package io.speechtotext.throwaway.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.OptionalLong;

/** The processes that this one sees. */
final class ProcessTable {

  private static final Path PROC = Path.of("/proc");
  private static final int STATE = 0;
  private static final int START = 19;
  private static final String PLACE =
      HexFormat.of()
          .toHexDigits(
              String.join(
                      "\n",
                      hostName(),
                      firstLine(Path.of("/etc/machine-id")),
                      processNamespace(),
                      System.getProperty("user.name"))
                  .hashCode());

  private ProcessTable() {}

  /** Whether the process of that id is the one that started then; when it cannot be told, yes. */
  static boolean runs(long pid, long started) {
    try {
      return startOf(pid).stream().anyMatch(start -> start == started);
    } catch (IOException e) {
      return true; // as with too many open files
    }
  }

  /**
   * When a process started; empty when there is none, or only its remains. On Linux in ticks since
   * boot, for a time of day would move whenever the clock is set; elsewhere in milliseconds.
   */
  static OptionalLong startOf(long pid) throws IOException {
    if (!Files.exists(PROC.resolve("self"))) {
      return ProcessHandle.of(pid).flatMap(process -> process.info().startInstant()).stream()
          .mapToLong(Instant::toEpochMilli)
          .findFirst();
    }
    try {
      Path stat = PROC.resolve(Long.toString(pid)).resolve("stat");
      String line = Files.readString(stat, StandardCharsets.ISO_8859_1);
      // The second field is the program's name in parentheses, which may itself hold some.
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
      return fields[STATE].equals("Z")
          ? OptionalLong.empty()
          : OptionalLong.of(Long.parseLong(fields[START]));
    } catch (NoSuchFileException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * Where a process id means the same as here, and its process can be seen: one machine, not two of
   * one name; one container; one user. Abbreviated to a hash of eight hexadecimal digits.
   */
  static String place() {
    return PLACE;
  }

  private static String hostName() {
    // On Linux without asking a resolver, which can take seconds.
    String kernel = firstLine(PROC.resolve("sys/kernel/hostname"));
    if (!kernel.isEmpty()) {
      return kernel;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "localhost";
    }
  }

  private static String processNamespace() {
    try {
      return Files.readSymbolicLink(PROC.resolve("self/ns/pid")).toString();
    } catch (IOException e) {
      return ""; // not Linux
    }
  }

  private static String firstLine(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return ""; // not Linux, or a container without
    }
  }
}
