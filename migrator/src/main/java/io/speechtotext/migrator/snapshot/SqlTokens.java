package io.speechtotext.migrator.snapshot;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes SQL as the server prints it apart: strings, quoted names, words, runs of blanks, and single
 * characters. Joined again, they are the text.
 */
final class SqlTokens {

  private final String sql;
  private int at;

  private SqlTokens(String sql) {
    this.sql = sql;
  }

  static List<String> of(String sql) {
    SqlTokens tokens = new SqlTokens(sql);
    List<String> list = new ArrayList<>();
    while (tokens.at < sql.length()) {
      list.add(tokens.next());
    }
    return list;
  }

  /** Whether a token is a name, quoted or not, or a key word. */
  static boolean isWord(String token) {
    return token.startsWith("\"") || isWordPart(token.charAt(0));
  }

  private String next() {
    int begin = at;
    char first = sql.charAt(at++);
    if (first == '\'' || first == '"') {
      skipQuoted(first);
    } else if (isWordPart(first)) {
      while (at < sql.length() && isWordPart(sql.charAt(at))) {
        at++;
      }
    } else if (Character.isWhitespace(first)) {
      while (at < sql.length() && Character.isWhitespace(sql.charAt(at))) {
        at++;
      }
    }
    return sql.substring(begin, at);
  }

  // A doubled quote stands for one.
  private void skipQuoted(char quote) {
    boolean doubled = true;
    while (doubled) {
      int end = sql.indexOf(quote, at);
      at = end < 0 ? sql.length() : end + 1;
      doubled = at < sql.length() && sql.charAt(at) == quote;
      at += doubled ? 1 : 0;
    }
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}
