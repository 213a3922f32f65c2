package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.trace.HeldLock;
import io.speechtotext.prover.trace.HeldLocks;
import io.speechtotext.prover.trace.TracedStatement;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says in words what was seen of a statement. */
final class Sight {

  private static final Pattern COMMENTS_BEFORE =
      Pattern.compile("\\A(?:\\s++|--[^\\n]*+|/\\*.*?\\*/)++", Pattern.DOTALL);
  private static final int SHOWN_CHARACTERS = 80;

  private Sight() {}

  /** A statement in a line, cut where it is long, in backquotes. */
  static String of(TracedStatement statement) {
    String line =
        COMMENTS_BEFORE.matcher(statement.sql()).replaceFirst("").strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN_CHARACTERS
        ? "`" + line + "`"
        : "`" + line.substring(0, SHOWN_CHARACTERS - 1) + "…`";
  }

  /** What a statement held on a table, and what it did meanwhile, in a sentence. */
  static String of(Evidence evidence, TracedStatement statement, Table table) {
    return HeldLocks.of(evidence.trace()).stream()
        .filter(lock -> lock.table().oid() == table.oid())
        .filter(lock -> lock.mode().isBlocking() && isHeldAtEnd(lock, statement))
        .max(Comparator.comparing(HeldLock::mode))
        .map(lock -> "%s held %s.".formatted(of(statement), of(lock)))
        .orElseGet(() -> "%s did so to %s.".formatted(of(statement), table));
  }

  private static boolean isHeldAtEnd(HeldLock lock, TracedStatement statement) {
    Duration end = statement.begin().plus(statement.time());
    return lock.from().compareTo(statement.begin()) <= 0 && lock.to().compareTo(end) >= 0;
  }

  private static String of(HeldLock lock) {
    String index = lock.index() == null ? "" : "the index " + lock.index().name() + " of ";
    String meanwhile =
        (lock.readInFull() ? ", and the table was read in full meanwhile" : "")
            + (lock.rewritten() ? ", and written anew" : "");
    return "%s on %s%s for %s%s"
        .formatted(lock.mode().serverName(), index, lock.table(), millis(lock.time()), meanwhile);
  }

  private static String millis(Duration time) {
    return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
  }
}
