package io.speechtotext.migrator.guard;

import io.speechtotext.migrator.script.SqlToken;
import io.speechtotext.migrator.script.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads a statement from its first token to its last. */
final class TokenCursor {

  /** What follows is not what the grammar of PostgreSQL has here, as far as it is known. */
  static final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final SqlToken END = new SqlToken(Kind.SIGN, ";");

  private final List<SqlToken> tokens;
  private int next;

  TokenCursor(List<SqlToken> tokens, int begin) {
    this.tokens = tokens;
    this.next = begin;
  }

  /** The next token; a semicolon at the end. */
  SqlToken peek() {
    return next < tokens.size() ? tokens.get(next) : END;
  }

  boolean isAtEnd() {
    return peek().is(";");
  }

  /** Passes over the keywords or signs when all of them come next. */
  boolean takes(String... expected) {
    for (int i = 0; i < expected.length; i++) {
      if (next + i >= tokens.size() || !tokens.get(next + i).is(expected[i])) {
        return false;
      }
    }
    next += expected.length;
    return true;
  }

  String name() {
    SqlToken token = peek();
    boolean isOddlyQuoted =
        token.is("u") && next + 1 < tokens.size() && tokens.get(next + 1).is("&");
    if (!token.isName() || isOddlyQuoted) {
      throw new Unexpected();
    }
    next++;
    return token.text();
  }

  TableName tableName() {
    List<String> parts = new ArrayList<>();
    do {
      parts.add(name());
    } while (takes("."));
    return new TableName(parts);
  }

  /** Goes to the next comma or the end, past whatever stands in parentheses. */
  void skipToComma() {
    int depth = 0;
    while (!isAtEnd() && (depth > 0 || !peek().is(","))) {
      depth += peek().is("(") ? 1 : peek().is(")") ? -1 : 0;
      next++;
    }
  }

  /** Whether the rest of the statement holds the keyword. */
  boolean comesTo(String keyword) {
    for (int i = next; i < tokens.size() && !tokens.get(i).is(";"); i++) {
      if (tokens.get(i).is(keyword)) {
        return true;
      }
    }
    return false;
  }
}
