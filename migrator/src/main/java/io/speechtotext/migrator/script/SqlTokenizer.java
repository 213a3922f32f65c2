package io.speechtotext.migrator.script;

import io.speechtotext.migrator.script.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes statements apart by the lexical rules of PostgreSQL; comments are left out. */
public final class SqlTokenizer {

  private static final String LETTER = "[a-zA-Z_\\x{80}-\\x{10ffff}]";
  private static final String LETTER_OR_DIGIT = "[\\w\\x{80}-\\x{10ffff}]";

  private static final Pattern WORD = Pattern.compile(LETTER + "(?:" + LETTER_OR_DIGIT + "|\\$)*+");
  private static final Pattern NUMBER = Pattern.compile("\\d[\\w.]*+");
  private static final Pattern DOLLAR_QUOTE =
      Pattern.compile("\\$(?:" + LETTER + LETTER_OR_DIGIT + "*+)?\\$");

  private final String sql;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int position;

  private SqlTokenizer(String sql) {
    this.sql = sql;
  }

  /** The pieces of a statement, or of several. What does not end goes to the end of the text. */
  public static List<SqlToken> tokens(String sql) {
    SqlTokenizer tokenizer = new SqlTokenizer(sql);
    while (tokenizer.position < sql.length()) {
      tokenizer.next();
    }
    return List.copyOf(tokenizer.tokens);
  }

  private void next() {
    char c = sql.charAt(position);
    if (Character.isWhitespace(c)) {
      position++;
    } else if (sql.startsWith("--", position)) {
      position = endOf("\n", position);
    } else if (sql.startsWith("/*", position)) {
      skipComment();
    } else if (c == '\'') {
      add(Kind.LITERAL, quoted(c, false));
    } else if (c == '"') {
      add(Kind.NAME, quoted(c, false));
    } else if (!takeDollarQuote() && !takeWord() && !takeNumber()) {
      add(Kind.SIGN, sql.substring(position, ++position));
    }
  }

  private void add(Kind kind, String text) {
    tokens.add(new SqlToken(kind, text));
  }

  // Comments nest.
  private void skipComment() {
    int depth = 0;
    do {
      if (sql.startsWith("/*", position)) {
        depth++;
        position += 2;
      } else if (sql.startsWith("*/", position)) {
        depth--;
        position += 2;
      } else {
        position++;
      }
    } while (depth > 0 && position < sql.length());
  }

  private boolean takeDollarQuote() {
    String quote = at(DOLLAR_QUOTE);
    if (quote.isEmpty()) {
      return false;
    }
    int begin = position + quote.length();
    position = endOf(quote, begin);
    add(Kind.LITERAL, sql.substring(begin, Math.max(begin, position - quote.length())));
    return true;
  }

  private boolean takeWord() {
    String word = at(WORD);
    if (word.isEmpty()) {
      return false;
    }
    position += word.length();
    boolean isPrefix = position < sql.length() && sql.charAt(position) == '\'';
    if (isPrefix && word.equalsIgnoreCase("e")) {
      add(Kind.LITERAL, quoted('\'', true));
    } else {
      add(Kind.WORD, lowerCase(word));
    }
    return true;
  }

  private boolean takeNumber() {
    String number = at(NUMBER);
    position += number.length();
    if (!number.isEmpty()) {
      add(Kind.LITERAL, number);
    }
    return !number.isEmpty();
  }

  // From the opening quote past the closing one; two quotes within stand for one.
  private String quoted(char quote, boolean hasEscapes) {
    StringBuilder text = new StringBuilder();
    for (position++; position < sql.length(); position++) {
      char c = sql.charAt(position);
      if (c == quote && !sql.startsWith(String.valueOf(quote), position + 1)) {
        position++;
        return text.toString();
      }
      if (c == quote || (hasEscapes && c == '\\')) {
        position++;
      }
      text.append(position < sql.length() ? sql.charAt(position) : "");
    }
    return text.toString();
  }

  private String at(Pattern pattern) {
    Matcher matcher = pattern.matcher(sql).region(position, sql.length());
    return matcher.lookingAt() ? matcher.group() : "";
  }

  private int endOf(String end, int from) {
    int begin = sql.indexOf(end, from);
    return begin < 0 ? sql.length() : begin + end.length();
  }

  // The server leaves other letters as they are.
  private static String lowerCase(String word) {
    StringBuilder lower = new StringBuilder(word);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        lower.setCharAt(i, (char) (c + ('a' - 'A')));
      }
    }
    return lower.toString();
  }
}
