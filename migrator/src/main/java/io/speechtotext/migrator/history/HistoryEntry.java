package io.speechtotext.migrator.history;

import io.speechtotext.migrator.Migration;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A line to be added to the history. Place and time come from the server, when it is added.
 *
 * @param version in the words of the file's name, with dots for underscores
 * @param type {@link #APPLIED} or {@link #UNDONE}
 * @param script the name of the {@code V} file, for both types
 * @param installedBy who did it; null for the role that adds the line
 * @param executionTime how long it took; the table keeps whole milliseconds
 */
public record HistoryEntry(
    String version,
    String description,
    String type,
    String script,
    int checksum,
    @Nullable String installedBy,
    Duration executionTime) {

  /** The type of a migration that was applied. */
  public static final String APPLIED = "SQL";

  /**
   * The type that makes a version pending again, by whoever reads the table. Flyway writes it when
   * its repair finds a file gone; it knows another for undos, and its free edition refuses to read
   * a history that has one.
   */
  public static final String UNDONE = "DELETE";

  // What Flyway cuts a text to before it writes it, and before it compares.
  private static final int DESCRIPTION_LIMIT = 200;
  private static final int SCRIPT_LIMIT = 1000;

  /** Shortens what would not fit, in the way that Flyway does. */
  public HistoryEntry {
    if (description.length() > DESCRIPTION_LIMIT) {
      description = description.substring(0, DESCRIPTION_LIMIT - 3) + "...";
    }
    if (script.length() > SCRIPT_LIMIT) {
      script = "..." + script.substring(3, SCRIPT_LIMIT);
    }
  }

  /** A migration that this role has just applied. */
  public static HistoryEntry applied(Migration migration) {
    String file = migration.up().name();
    String version = file.substring(1, file.indexOf("__")).replace('_', '.');
    return applied(version, migration.description(), file, Checksum.of(migration.up().sql()));
  }

  /** As above, part by part. */
  public static HistoryEntry applied(
      String version, String description, String script, int checksum) {
    return new HistoryEntry(version, description, APPLIED, script, checksum, null, Duration.ZERO);
  }

  /** The same, undone. */
  public HistoryEntry asUndone() {
    return new HistoryEntry(
        version, description, UNDONE, script, checksum, installedBy, executionTime);
  }

  /** The same, done by somebody else. */
  public HistoryEntry by(String other) {
    return new HistoryEntry(version, description, type, script, checksum, other, executionTime);
  }

  /** The same, of another duration. */
  public HistoryEntry in(Duration other) {
    return new HistoryEntry(version, description, type, script, checksum, installedBy, other);
  }
}
