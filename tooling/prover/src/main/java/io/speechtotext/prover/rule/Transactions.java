package io.speechtotext.prover.rule;

import io.speechtotext.migrator.script.SqlToken;
import io.speechtotext.migrator.script.SqlTokenizer;
import io.speechtotext.prover.trace.Trace;
import io.speechtotext.prover.trace.TracedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells which statements of a script share a transaction: the runner's, or one that it begins. */
final class Transactions {

  private static final Set<String> BEGINS = Set.of("begin", "start");
  private static final Set<String> ENDS = Set.of("commit", "end", "rollback", "abort");

  private Transactions() {}

  /** The statements by transaction, in order; without those that are on their own. */
  static List<List<TracedStatement>> of(Trace trace) {
    List<List<TracedStatement>> transactions = new ArrayList<>();
    List<TracedStatement> open = new ArrayList<>();
    boolean isOpen = trace.inTransaction();
    for (TracedStatement statement : trace.statements()) {
      String word = firstWord(statement);
      if (ENDS.contains(word) && !isToSavepoint(statement)) {
        transactions.add(open);
        open = new ArrayList<>();
        isOpen = false;
      } else if (BEGINS.contains(word)) {
        isOpen = true;
      } else if (isOpen) {
        open.add(statement);
      }
    }
    transactions.add(open);
    transactions.removeIf(List::isEmpty);
    return transactions;
  }

  private static String firstWord(TracedStatement statement) {
    List<SqlToken> tokens = SqlTokenizer.tokens(statement.sql());
    return tokens.isEmpty() ? "" : tokens.get(0).text();
  }

  private static boolean isToSavepoint(TracedStatement statement) {
    return SqlTokenizer.tokens(statement.sql()).stream().anyMatch(token -> token.is("to"));
  }
}
