package io.speechtotext.examples.service.lexicon;

/** Where words begin and end in a text. */
final class WordEdges {

  // Joins two halves of a Persian word, which it does not end.
  private static final char ZERO_WIDTH_NON_JOINER = '\u200c';

  private final String text;

  WordEdges(String text) {
    this.text = text;
  }

  /** Whether no word goes on from before this index to behind it. */
  boolean isEdge(int index) {
    return index == 0
        || index == text.length()
        || !(isOfWord(text.codePointBefore(index)) && isOfWord(text.codePointAt(index)));
  }

  private static boolean isOfWord(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || codePoint == ZERO_WIDTH_NON_JOINER
        || switch (Character.getType(codePoint)) {
          case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.SURROGATE ->
              true;
          default -> false;
        };
  }
}
