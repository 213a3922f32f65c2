package io.speechtotext.migrator.concurrent;

import io.speechtotext.migrator.script.SqlStatement;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An index that a {@code CREATE INDEX CONCURRENTLY} makes. Interrupted, that leaves an invalid one
 * of its name.
 *
 * @param name as the statement writes it, in the schema that its table is written with
 * @param mayBeThere whether the script is content with an index that is there: the statement is, or
 *     one before it drops that
 * @param line where the statement begins, from 1
 */
record ConcurrentIndex(String name, boolean mayBeThere, int line) {

  /** Matches a name, quoted or not. */
  static final String IDENTIFIER = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";

  private static final Pattern CREATE =
      Pattern.compile(
          SqlSpace.words("CREATE (UNIQUE )?INDEX CONCURRENTLY (?<exists>IF NOT EXISTS )?")
              + "(?<name>(?!ON\\b)"
              + IDENTIFIER
              + ")"
              + SqlSpace.words(" ON (ONLY )?")
              + "(?:(?<schema>"
              + IDENTIFIER
              + ")"
              + SqlSpace.OPTIONAL
              + "\\.)?.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern PART = Pattern.compile(IDENTIFIER);
  // Of several, as one statement may drop them too, none is known.
  private static final Pattern DROP =
      Pattern.compile(
          SqlSpace.words("DROP INDEX (CONCURRENTLY )?(IF EXISTS )?")
              + "(?<name>"
              + IDENTIFIER
              + "(?:\\s*+\\.\\s*+"
              + IDENTIFIER
              + ")?)(?:"
              + SqlSpace.words(" (?:CASCADE|RESTRICT)")
              + ")?"
              + SqlSpace.OPTIONAL,
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** The same after a statement that stands before it in the script. */
  ConcurrentIndex after(SqlStatement earlier) {
    Matcher drop = DROP.matcher(SqlSpace.withoutLeading(earlier.sql()));
    return drop.matches() && folded(drop.group("name")).equals(folded(name))
        ? new ConcurrentIndex(name, true, line)
        : this;
  }

  // As the server reads it, without the space that may stand around the dot.
  private static String folded(String name) {
    return PART.matcher(name)
        .results()
        .map(MatchResult::group)
        .map(part -> part.startsWith("\"") ? part : '"' + part.toLowerCase(Locale.ROOT) + '"')
        .collect(Collectors.joining("."));
  }

  /** What the statement makes; empty when it is another, or leaves the name to the server. */
  static Optional<ConcurrentIndex> madeBy(SqlStatement statement) {
    Matcher create = CREATE.matcher(SqlSpace.withoutLeading(statement.sql()));
    if (!create.matches()) {
      return Optional.empty();
    }
    String schema = create.group("schema");
    String name = create.group("name");
    return Optional.of(
        new ConcurrentIndex(
            schema == null ? name : schema + "." + name,
            create.group("exists") != null,
            statement.line()));
  }
}
