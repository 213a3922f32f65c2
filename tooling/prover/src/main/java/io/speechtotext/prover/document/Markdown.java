package io.speechtotext.prover.document;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts of others as Markdown, on one line, so that they say what they say and do nothing else. */
final class Markdown {

  // An underscore within a word marks nothing, and names would be hard to read with it escaped.
  private static final Pattern SPECIAL =
      Pattern.compile("[\\\\`*\\[\\]|~$]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");
  private static final Pattern BLOCK_MARK = Pattern.compile("^(?:[#+=-]|\\d+(?=[.)]))");
  private static final Pattern LINE_BREAK = Pattern.compile("\\R");
  private static final Pattern BACKTICKS = Pattern.compile("`+");

  private Markdown() {}

  /** Words, such as a comment, also for a table's cell; line breaks are kept. */
  static String text(String words) {
    String inert = SPECIAL.matcher(words.strip()).replaceAll(mark -> literal("\\" + mark.group()));
    inert = inert.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    inert = BLOCK_MARK.matcher(inert).replaceFirst(Markdown::withoutMeaning);
    return LINE_BREAK.matcher(inert).replaceAll("<br>");
  }

  // What begins a list is its full stop, not its number.
  private static String withoutMeaning(MatchResult mark) {
    boolean isNumber = Character.isDigit(mark.group().charAt(0));
    return literal(isNumber ? mark.group() + "\\" : "\\" + mark.group());
  }

  private static String literal(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }

  /** A name or SQL; a line break becomes a blank, and an empty text nothing. */
  static String code(String sql) {
    if (sql.isBlank()) {
      return "";
    }
    String line = LINE_BREAK.matcher(sql.strip()).replaceAll(" ");
    String fence = "`".repeat(longestRunOfBackticks(line) + 1);
    // A backtick at an end would count as one of the fence.
    String gap = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return fence + gap + line + gap + fence;
  }

  private static int longestRunOfBackticks(String line) {
    return BACKTICKS.matcher(line).results().mapToInt(run -> run.group().length()).max().orElse(0);
  }

  /** The same for a table's cell, which a bar would end even in code. */
  static String codeCell(String sql) {
    return code(sql).replace("|", "\\|");
  }

  /** A table of cells that are Markdown already; nothing when there are no rows. */
  static String table(List<String> titles, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    String rule = row(titles.stream().map(title -> "---").toList());
    return row(titles) + rule + rows.stream().map(Markdown::row).collect(Collectors.joining());
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.isEmpty() ? " " : " " + cell + " ")
        .collect(Collectors.joining("|", "|", "|\n"));
  }
}
