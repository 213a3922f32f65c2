package io.speechtotext.throwaway.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that made something throwaway, so that a later build can tell a live owner's from a
 * dead one's.
 *
 * @param place where the process id means something, see {@link ProcessTable#place()}
 * @param pid the process id there
 * @param started when that process started, for ids are used again; see {@link ProcessTable}
 */
public record Owner(String place, long pid, long started) {

  // No longer than a long can hold, for anybody may have given anything such a name.
  private static final Pattern TOKEN =
      Pattern.compile("([0-9a-f]{8})_(\\d{1,18})_([0-9a-z]{1,12})(_.*)?");

  private static final Owner SELF = current();

  /** This process. */
  public static Owner self() {
    return SELF;
  }

  private static Owner current() {
    long pid = ProcessHandle.current().pid();
    try {
      return new Owner(ProcessTable.place(), pid, ProcessTable.startOf(pid).orElse(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what stands at the start of a name made with {@link #token()}; empty if none does. */
  public static Optional<Owner> ofName(String name) {
    Matcher matcher = TOKEN.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long started = Long.parseLong(matcher.group(3), Character.MAX_RADIX);
    return Optional.of(new Owner(matcher.group(1), Long.parseLong(matcher.group(2)), started));
  }

  /** The owner as a part of a name: lower-case letters, digits and underscores. */
  public String token() {
    return place + "_" + pid + "_" + Long.toString(started, Character.MAX_RADIX);
  }

  /** Whether the owner surely lives no more. False for another place's, which cannot be asked. */
  public boolean isGone() {
    return place.equals(SELF.place) && !ProcessTable.runs(pid, started);
  }
}
