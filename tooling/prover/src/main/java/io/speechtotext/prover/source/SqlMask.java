package io.speechtotext.prover.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blanks out of a script what is no SQL of its own: comments, strings, quoted names, bodies in
 * dollar quotes, and the data below a COPY. All else stays at its place, and so do the lines.
 */
final class SqlMask {

  private static final Pattern DOLLAR_QUOTE =
      Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*+)?\\$");
  private static final Pattern COPY =
      Pattern.compile(
          "\\s*COPY\\s.*\\sFROM\\s+STDIN\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern END_OF_DATA = Pattern.compile("(?m)^\\\\\\.[ \\t\\r]*$");

  private final String sql;
  private final StringBuilder masked;
  private int position;
  private int statement;

  private SqlMask(String sql) {
    this.sql = sql;
    this.masked = new StringBuilder(sql);
  }

  /** The text with blanks; as long as before. */
  static String of(String sql) {
    SqlMask mask = new SqlMask(sql);
    while (mask.position < sql.length()) {
      mask.next();
    }
    return mask.masked.toString();
  }

  private void next() {
    char c = sql.charAt(position);
    if (sql.startsWith("--", position)) {
      blank(endOf("\n", position));
    } else if (sql.startsWith("/*", position)) {
      blank(endOfComment());
    } else if (c == '\'') {
      blank(endOfQuoted(c, isEscapeString()));
    } else if (c == '"') {
      blank(endOfQuoted(c, false));
    } else if (c == '$' && !isInWord()) {
      dollar();
    } else {
      position++;
      if (c == ';') {
        endStatement();
      }
    }
  }

  private void dollar() {
    Matcher quote = DOLLAR_QUOTE.matcher(sql).region(position, sql.length());
    if (quote.lookingAt()) {
      blank(endOf(quote.group(), quote.end()));
    } else {
      position++;
    }
  }

  private void endStatement() {
    boolean hasData = COPY.matcher(masked.substring(statement, position)).matches();
    statement = position;
    if (hasData) {
      int line = endOf("\n", position);
      Matcher end = END_OF_DATA.matcher(sql);
      position = line;
      blank(end.find(line) ? end.end() : sql.length());
      statement = position;
    }
  }

  // Comments nest.
  private int endOfComment() {
    int depth = 0;
    int i = position;
    do {
      if (sql.startsWith("/*", i)) {
        depth++;
        i += 2;
      } else if (sql.startsWith("*/", i)) {
        depth--;
        i += 2;
      } else {
        i++;
      }
    } while (depth > 0 && i < sql.length());
    return i;
  }

  // Two quotes within need no care: the second begins another literal.
  private int endOfQuoted(char quote, boolean hasEscapes) {
    for (int i = position + 1; i < sql.length(); i++) {
      if (hasEscapes && sql.charAt(i) == '\\') {
        i++;
      } else if (sql.charAt(i) == quote) {
        return i + 1;
      }
    }
    return sql.length();
  }

  private boolean isEscapeString() {
    return position > 0
        && Character.toLowerCase(sql.charAt(position - 1)) == 'e'
        && (position == 1 || !Character.isJavaIdentifierPart(sql.charAt(position - 2)));
  }

  private boolean isInWord() {
    return position > 0 && Character.isJavaIdentifierPart(sql.charAt(position - 1));
  }

  private int endOf(String end, int from) {
    int begin = sql.indexOf(end, from);
    return begin < 0 ? sql.length() : begin + end.length();
  }

  private void blank(int end) {
    for (int i = position; i < Math.min(end, sql.length()); i++) {
      if (sql.charAt(i) != '\n') {
        masked.setCharAt(i, ' ');
      }
    }
    position = Math.min(end, sql.length());
  }
}
