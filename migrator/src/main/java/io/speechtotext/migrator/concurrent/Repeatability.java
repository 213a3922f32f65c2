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
 * @param isGiven whether all of its statements make such an index, or may be repeated as they are
 */
record Repeatability(List<ConcurrentIndex> indexes, boolean isGiven) {

  private static final Pattern HARMLESS =
      Pattern.compile(
          SqlSpace.words(
                  "(?:DROP INDEX (?:CONCURRENTLY )?IF EXISTS|COMMENT ON|SET|RESET|ANALYZE|VACUUM)")
              + "\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

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
    return ConcurrentIndex.madeBy(statement).isPresent()
        || HARMLESS.matcher(SqlSpace.withoutLeading(statement.sql())).matches();
  }
}
