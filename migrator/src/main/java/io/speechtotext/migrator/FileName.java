package io.speechtotext.migrator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file in a migrations directory is, told by its name alone. Flyway ignores what it does not
 * know; here that is an error, for an ignored migration is a change that never happens.
 */
sealed interface FileName {

  /** A migration, {@code V7__add_speakers.sql}, or an undo, {@code U7__add_speakers.sql}. */
  record Scripted(boolean isUndo, Version version, String description) implements FileName {}

  /** What stands beside a script and belongs to it: {@code .sql.conf} or {@code .safety}. */
  record Companion(String script) implements FileName {}

  /** What has no meaning here and cannot be mistaken for a migration. */
  record Ignored() implements FileName {}

  /**
   * What nobody would run.
   *
   * @param reason the rule that the name breaks, and the name that would keep it
   */
  record Refused(String reason) implements FileName {}

  /** The only names of scripts. */
  Pattern SCRIPT = Pattern.compile("([VU])(\\d+(?:[._]\\d+)*)__(.+)\\.sql");

  /** Tells what the file of that name is. */
  static FileName parse(String name) {
    Matcher script = SCRIPT.matcher(name);
    if (script.matches()) {
      return new Scripted(
          script.group(1).equals("U"),
          Version.of(script.group(2)),
          script.group(3).replace('_', ' '));
    }
    if (name.endsWith(".sql.conf")) {
      return new Companion(name.substring(0, name.length() - ".conf".length()));
    }
    if (name.endsWith(".safety")) {
      return new Companion(name.substring(0, name.length() - ".safety".length()) + ".sql");
    }
    if (name.startsWith(".") || name.endsWith(".md")) {
      return new Ignored();
    }
    return new Refused(NameRules.brokenBy(name));
  }
}
