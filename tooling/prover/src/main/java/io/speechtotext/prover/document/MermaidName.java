package io.speechtotext.prover.document;

import io.speechtotext.prover.catalog.Table;
import java.util.regex.Pattern;

/** Names that Mermaid takes, whatever PostgreSQL took; some look alike afterwards. */
final class MermaidName {

  // What its grammar lets be part of a word, less what it also gives a meaning.
  private static final Pattern STRANGE = Pattern.compile("[^A-Za-z0-9_()\\[\\]\\u00C0-\\uFFFF]+");
  private static final Pattern STRANGE_IN_QUOTES = Pattern.compile("[\"%\\\\\\p{Cntrl}]+");
  private static final Pattern BAD_BEGIN =
      Pattern.compile("(?i)^(?=[^a-z_\\u00C0-\\uFFFF]|(?:pk|fk|uk)(?![a-z0-9_]))");

  private MermaidName() {}

  /** A column's name, or its type. */
  static String ofWord(String name) {
    String bare = name.replace("\"", "");
    return BAD_BEGIN.matcher(STRANGE.matcher(bare).replaceAll("_")).replaceFirst("_");
  }

  /** A table's; in quotes, for there are tables named as words of Mermaid's. */
  static String ofTable(Table table) {
    return quoted(table.toString());
  }

  /** A text in quotes. */
  static String quoted(String text) {
    String safe = STRANGE_IN_QUOTES.matcher(text).replaceAll("_");
    // It looks for this even in quotes.
    return '"' + safe.replaceAll("(?i)(direction)\\s+(tb|bt|rl|lr)", "$1_$2") + '"';
  }
}
