package io.speechtotext.migrator.concurrent;

import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.migrator.script.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a script that ran outside a transaction, and was interrupted anywhere, can be run again.
 *
 * @param indexes those that it makes, and that have to be removed first
 * @param isGiven whether all of its statements make such an index, or may be repeated as they are:
 *     because it can be seen, or because a comment before the statement says so ({@code --
 *     Repeatable: why})
 */
record Repeatability(List<ConcurrentIndex> indexes, boolean isGiven) {

  private static final String VALIDATE =
      SqlSpace.words("VALIDATE CONSTRAINT ") + ConcurrentIndex.IDENTIFIER + SqlSpace.OPTIONAL;
  private static final Pattern HARMLESS =
      Pattern.compile(
          SqlSpace.words("(?:CREATE OR REPLACE (?:FUNCTION|PROCEDURE|VIEW)")
              + SqlSpace.words("|DROP (?:FUNCTION|PROCEDURE|TRIGGER|VIEW) IF EXISTS")
              + SqlSpace.words("|DROP INDEX (?:CONCURRENTLY )?IF EXISTS")
              + SqlSpace.words("|COMMENT ON|SET|RESET|ANALYZE|VACUUM)")
              + "\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern VALIDATES =
      Pattern.compile(
          SqlSpace.words("ALTER TABLE (?:IF EXISTS )?(?:ONLY )?")
              + "[^\\s,;]+"
              + SqlSpace.words(" ")
              + VALIDATE
              + "(?:,"
              + SqlSpace.OPTIONAL
              + VALIDATE
              + ")*",
          Pattern.CASE_INSENSITIVE);
  // Said by its author, where it cannot be seen: in a comment of its own line, before the
  // statement.
  private static final Pattern SAID =
      Pattern.compile("^[ \\t]*--[ \\t]*Repeatable:[ \\t]*\\S", Pattern.MULTILINE);

  Repeatability {
    indexes = List.copyOf(indexes);
  }

  static Repeatability of(SqlScript script) {
    return new Repeatability(
        indexes(script.statements()),
        !script.inTransaction() && script.statements().stream().allMatch(Repeatability::isGiven));
  }

  private static List<ConcurrentIndex> indexes(List<SqlStatement> statements) {
    List<ConcurrentIndex> indexes = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      Optional<ConcurrentIndex> made = ConcurrentIndex.madeBy(statements.get(i));
      for (SqlStatement earlier : statements.subList(0, i)) {
        made = made.map(index -> index.after(earlier));
      }
      made.ifPresent(indexes::add);
    }
    return indexes;
  }

  private static boolean isGiven(SqlStatement statement) {
    String sql = SqlSpace.withoutLeading(statement.sql());
    String comments = statement.sql().substring(0, statement.sql().length() - sql.length());
    return ConcurrentIndex.madeBy(statement).isPresent()
        || HARMLESS.matcher(sql).matches()
        || VALIDATES.matcher(sql).matches()
        || SAID.matcher(comments).find();
  }
}
