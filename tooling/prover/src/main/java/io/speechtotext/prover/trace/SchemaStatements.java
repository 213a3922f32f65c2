package io.speechtotext.prover.trace;

import io.speechtotext.migrator.script.SqlStatement;
import io.speechtotext.migrator.script.SqlToken;
import io.speechtotext.migrator.script.SqlTokenizer;
import java.util.List;
import java.util.Set;

/** Tells by their first words what statements can change. */
final class SchemaStatements {

  private static final Set<String> ROWS =
      Set.of("insert", "update", "delete", "set", "lock", "truncate", "comment");
  private static final Set<String> DEFINITIONS = Set.of("create", "alter", "drop");
  private static final Set<String> LOCKED = Set.of("table", "index");

  private SchemaStatements() {}

  /**
   * Whether no table differs afterwards but those that it locked. A renamed function or type, for
   * one, changes how tables read that nobody locked; a block may do anything.
   */
  static boolean changesOnlyWhatItLocks(SqlStatement statement) {
    List<String> words =
        SqlTokenizer.tokens(statement.sql()).stream().limit(3).map(SqlToken::text).toList();
    if (words.size() < 3) {
      return false;
    }
    return ROWS.contains(words.get(0))
        || (DEFINITIONS.contains(words.get(0))
            && (LOCKED.contains(words.get(1))
                || (words.get(1).equals("unique") && words.get(2).equals("index"))));
  }
}
