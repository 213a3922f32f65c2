package io.speechtotext.migrator.script;

import io.speechtotext.migrator.MigrationFailedException;
import io.speechtotext.migrator.Script;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** Says in this module's terms why Flyway's parser refused a script. */
public final class UnreadableScript {

  // Flyway's parser names file and line in its message only.
  private static final Pattern UNPARSABLE =
      Pattern.compile("Unable to parse statement in (\\S+) at line (\\d+).*", Pattern.DOTALL);

  private UnreadableScript() {}

  /** The failure of a parser somewhere among the causes; null when there is none. */
  public static @Nullable MigrationFailedException among(Throwable failure) {
    for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
      Matcher unparsable = UNPARSABLE.matcher(String.valueOf(e.getMessage()));
      if (unparsable.matches()) {
        return unparsable(unparsable, e);
      }
    }
    return null;
  }

  private static MigrationFailedException unparsable(Matcher matcher, Throwable cause) {
    Throwable reason = cause.getCause() == null ? cause : cause.getCause();
    String message =
        "%s, line %s: this cannot be read as SQL: %s"
            .formatted(matcher.group(1), matcher.group(2), reason.getMessage());
    return new MigrationFailedException(
        message, matcher.group(1), Integer.parseInt(matcher.group(2)), null, cause);
  }

  static MigrationFailedException of(Script script, FlywayException failure) {
    MigrationFailedException unparsable = among(failure);
    return unparsable != null
        ? unparsable
        : new MigrationFailedException(
            script.name() + ": " + failure.getMessage(), script.name(), 0, null, failure);
  }

  static MigrationFailedException mixed(Script script, int line) {
    String message =
        "%s, line %d: this statement cannot run in a transaction, and others in the file should; give it a migration of its own"
            .formatted(script.name(), line);
    return new MigrationFailedException(message, script.name(), line, null, null);
  }
}
