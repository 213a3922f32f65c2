package io.speechtotext.prover.rule;

import io.speechtotext.migrator.script.SqlToken;
import io.speechtotext.migrator.script.SqlTokenizer;
import io.speechtotext.prover.trace.TracedStatement;
import java.util.List;
import java.util.Set;

/** What only a statement's text tells. */
final class Statements {

  private static final Set<String> ABOUT_TRANSACTIONS =
      Set.of("begin", "start", "commit", "end", "rollback", "abort", "savepoint", "release");

  private Statements() {}

  /** The first keyword in lower case; empty when there is none. */
  static String verb(TracedStatement statement) {
    List<SqlToken> tokens = SqlTokenizer.tokens(statement.sql());
    return tokens.isEmpty() ? "" : tokens.get(0).text();
  }

  /** Whether it does nothing but begin or end a transaction, or a part of one. */
  static boolean isAboutTransaction(TracedStatement statement) {
    return ABOUT_TRANSACTIONS.contains(verb(statement));
  }

  /** The statement as it stands in its script, with what ends it. */
  static String text(TracedStatement statement) {
    return statement.sql().strip() + ";";
  }
}
