package io.speechtotext.migrator.concurrent;

import io.speechtotext.migrator.script.SqlStatement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An index that a {@code CREATE INDEX CONCURRENTLY} makes. Interrupted, that leaves an invalid one
 * of its name.
 *
 * @param name as the statement writes it, in the schema that its table is written with
 * @param ifNotExists whether the statement is content with an index that is there
 * @param line where the statement begins, from 1
 */
record ConcurrentIndex(String name, boolean ifNotExists, int line) {

  private static final String IDENTIFIER = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";
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
