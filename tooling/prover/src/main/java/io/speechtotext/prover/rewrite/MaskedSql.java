package io.speechtotext.prover.rewrite;

import io.speechtotext.migrator.script.SqlToken;
import io.speechtotext.migrator.script.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement beside its skeleton: a text of the same length in which comments are blanks, what
 * stands in quotes is {@code q}, and what stands in parentheses {@code p}. Patterns match the
 * skeleton, and places found there are places in the statement. Immutable.
 */
public final class MaskedSql {

  // Possessive throughout: what may step back does so on the stack, which long literals exhaust.
  private static final String NOT_IN_WORD = "(?<![\\p{L}\\p{N}_$])";
  private static final Pattern PIECE =
      Pattern.compile(
          "--[^\\n]*+|/\\*"
              + ("|" + NOT_IN_WORD + "[eE]'[^'\\\\]*+(?:(?:''|\\\\(?s:.))[^'\\\\]*+)*+'")
              + "|'[^']*+(?:''[^']*+)*+'"
              + "|\"[^\"]*+(?:\"\"[^\"]*+)*+\""
              + ("|" + NOT_IN_WORD + "(\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*+)?\\$)(?s:.*?)\\1"));
  private static final Pattern COMMENT_MARK = Pattern.compile("/\\*|\\*/");

  private final String sql;
  private final String skeleton;

  private MaskedSql(String sql) {
    this.sql = sql;
    this.skeleton = withoutParentheses(withoutPieces(sql));
  }

  /** A statement, without a semicolon. */
  public static MaskedSql of(String sql) {
    return new MaskedSql(sql);
  }

  private static String withoutPieces(String sql) {
    StringBuilder masked = new StringBuilder(sql);
    Matcher piece = PIECE.matcher(sql);
    for (int at = 0; piece.find(at); ) {
      boolean isBlock = piece.group().equals("/*");
      at = isBlock ? endOfComment(sql, piece.start()) : piece.end();
      fill(masked, piece.start(), at, isBlock || piece.group().startsWith("--") ? ' ' : 'q');
    }
    return masked.toString();
  }

  // Comments nest.
  private static int endOfComment(String sql, int begin) {
    Matcher mark = COMMENT_MARK.matcher(sql).region(begin, sql.length());
    int depth = 0;
    while (mark.find()) {
      depth += mark.group().equals("/*") ? 1 : -1;
      if (depth == 0) {
        return mark.end();
      }
    }
    return sql.length();
  }

  private static String withoutParentheses(String sql) {
    StringBuilder masked = new StringBuilder(sql);
    int depth = 0;
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      depth += c == '(' ? 1 : 0;
      if (depth > 0) {
        masked.setCharAt(i, 'p');
      }
      depth -= c == ')' && depth > 0 ? 1 : 0;
    }
    return masked.toString();
  }

  private static void fill(StringBuilder text, int begin, int end, char with) {
    for (int i = begin; i < end; i++) {
      text.setCharAt(i, with);
    }
  }

  /** A matcher on the skeleton. */
  public Matcher matcher(Pattern pattern) {
    return pattern.matcher(skeleton);
  }

  /** What stands in the statement between two places, without the space and comments around it. */
  public String between(int begin, int end) {
    int from = begin;
    int to = end;
    while (from < to && Character.isWhitespace(skeleton.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(skeleton.charAt(to - 1))) {
      to--;
    }
    return sql.substring(from, to);
  }

  /** What a group of a matcher on the skeleton stands for; empty when it did not match. */
  public String group(Matcher matcher, String name) {
    return matcher.start(name) < 0 ? "" : between(matcher.start(name), matcher.end(name));
  }

  /** The parts of the statement from a place on, between its commas. */
  public List<String> list(int begin) {
    List<String> parts = new ArrayList<>();
    int from = begin;
    for (int comma = skeleton.indexOf(',', from); comma >= 0; comma = skeleton.indexOf(',', from)) {
      parts.add(between(from, comma));
      from = comma + 1;
    }
    parts.add(between(from, sql.length()));
    return parts;
  }

  /** The statement, without the space and comments around it. */
  public String stripped() {
    return between(0, sql.length());
  }

  /** The names in a piece such as {@code public."Jobs"}, as the server reads them. */
  public static List<String> names(String qualified) {
    return SqlTokenizer.tokens(qualified).stream()
        .filter(SqlToken::isName)
        .map(SqlToken::text)
        .toList();
  }
}
