package io.speechtotext.throwaway.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that made something throwaway, so that a later build can tell a live owner's from a
 * dead one's.
 *
 * @param host the machine, abbreviated to a hash: a process id says nothing on another machine
 * @param pid the process id there
 * @param started when that process started, for ids are used again
 */
public record Owner(String host, long pid, Instant started) {

  private static final Pattern TOKEN = Pattern.compile("([0-9a-f]{8})_(\\d+)_([0-9a-z]+)(_.*)?");

  // The kernel tells a start in ticks since boot; the boot's own time moves when a clock is set.
  private static final Duration CLOCK_SLACK = Duration.ofSeconds(2);

  private static final Owner SELF =
      new Owner(hostHash(), ProcessHandle.current().pid(), startOf(ProcessHandle.current()));

  /** This process. */
  public static Owner self() {
    return SELF;
  }

  /** Reads what stands at the start of a name made with {@link #token()}; empty if none does. */
  public static Optional<Owner> ofName(String name) {
    Matcher matcher = TOKEN.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Instant started = Instant.ofEpochMilli(Long.parseLong(matcher.group(3), 36));
    return Optional.of(new Owner(matcher.group(1), Long.parseLong(matcher.group(2)), started));
  }

  /** The owner as a part of a name: lower-case letters, digits and underscores. */
  public String token() {
    return host + "_" + pid + "_" + Long.toString(started.toEpochMilli(), 36);
  }

  /** Whether the owner surely lives no more. False for another machine's, which cannot be asked. */
  public boolean isGone() {
    return host.equals(SELF.host)
        && ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isMine).isEmpty();
  }

  private boolean isMine(ProcessHandle process) {
    Instant start = process.info().startInstant().orElse(started);
    return Duration.between(start, started).abs().compareTo(CLOCK_SLACK) <= 0;
  }

  private static Instant startOf(ProcessHandle process) {
    return Instant.ofEpochMilli(process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli());
  }

  private static String hostHash() {
    return String.format(Locale.ROOT, "%08x", hostName().hashCode());
  }

  private static String hostName() {
    try {
      // On Linux without asking a resolver, which can take seconds.
      Path kernel = Path.of("/proc/sys/kernel/hostname");
      return Files.exists(kernel)
          ? Files.readString(kernel).strip()
          : InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "localhost";
    }
  }
}
