package io.speechtotext.app.feedback;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text, in its order. A word is a run of letters, digits and marks, with the joiners
 * of Persian writing, and with an apostrophe, hyphen or dot between two of them; every other sign
 * that is not white space is a word of its own.
 *
 * @param text whose words they are
 * @param begins where each begins in it, as a char index
 * @param ends where each ends
 */
record Words(String text, List<Integer> begins, List<Integer> ends) {

  private static final String INNER = "'\u2019-.";
  private static final String JOINERS = "\u200C\u200D";

  static Words of(String text) {
    List<Integer> begins = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = end(text, at);
      if (!isSpace(text.codePointAt(at))) {
        begins.add(at);
        ends.add(end);
      }
      at = end;
    }
    return new Words(text, begins, ends);
  }

  int size() {
    return begins.size();
  }

  String word(int index) {
    return text.substring(begins.get(index), ends.get(index));
  }

  /** Whether it is more than a sign. */
  boolean isSpoken(int index) {
    return isPart(text.codePointAt(begins.get(index)));
  }

  /** The text from one word up to and without another; empty when there is none between. */
  String between(int from, int to) {
    return from == to ? "" : text.substring(begins.get(from), ends.get(to - 1));
  }

  private static int end(String text, int begin) {
    int end = begin + Character.charCount(text.codePointAt(begin));
    if (!isPart(text.codePointAt(begin))) {
      return end;
    }
    while (end < text.length() && (isPart(text.codePointAt(end)) || isInner(text, end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean isInner(String text, int at) {
    return INNER.indexOf(text.charAt(at)) >= 0
        && at + 1 < text.length()
        && isPart(text.codePointAt(at + 1));
  }

  private static boolean isPart(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || switch (Character.getType(codePoint)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> JOINERS.indexOf(codePoint) >= 0;
        };
  }

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }
}
