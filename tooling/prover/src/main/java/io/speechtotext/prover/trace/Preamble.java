package io.speechtotext.prover.trace;

import io.speechtotext.migrator.script.SqlStatement;
import io.speechtotext.migrator.script.SqlToken;
import io.speechtotext.migrator.script.SqlTokenizer;
import java.util.List;
import java.util.Set;

/**
 * What a script says of its transaction before it does anything. The server takes {@code SET
 * TRANSACTION ISOLATION LEVEL} only as long as nobody has asked it anything in there.
 */
final class Preamble {

  private static final Set<String> BEGIN = Set.of("begin", "start");

  private Preamble() {}

  /** Whether a statement begins a transaction. */
  static boolean begins(SqlStatement statement) {
    return BEGIN.contains(firstWord(statement));
  }

  /** Whether there is a statement of that number that does no more than begin or set. */
  static boolean isAt(int number, List<SqlStatement> statements) {
    return number < statements.size()
        && (begins(statements.get(number)) || firstWord(statements.get(number)).equals("set"));
  }

  private static String firstWord(SqlStatement statement) {
    List<SqlToken> tokens = SqlTokenizer.tokens(statement.sql());
    return tokens.isEmpty() ? "" : tokens.get(0).text();
  }
}
