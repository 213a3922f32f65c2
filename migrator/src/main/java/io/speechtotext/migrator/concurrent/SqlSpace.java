package io.speechtotext.migrator.concurrent;

import java.util.regex.Pattern;

/** What may stand between two words of SQL: white space and comments. */
final class SqlSpace {

  private static final String ONE = "(?:\\s|--[^\\n]*(?:\\n|$)|/\\*(?s:.*?)\\*/)";

  /** Matches none or any. */
  static final String OPTIONAL = ONE + "*+";

  private static final Pattern LEADING = Pattern.compile(OPTIONAL);

  private SqlSpace() {}

  /** A pattern for these words, which have one blank where there may be any space. */
  static String words(String words) {
    return words.replace(" ", ONE + "++");
  }

  static String withoutLeading(String sql) {
    return LEADING.matcher(sql).replaceFirst("");
  }
}
