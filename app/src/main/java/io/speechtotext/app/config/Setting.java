package io.speechtotext.app.config;

/**
 * A text from the environment, or a piece of one.
 *
 * @param variable the environment variable it came from
 * @param what what the text is, as error messages call it
 * @param text the text itself; may be empty
 * @param showable false when the text could hold a password and so must not be repeated
 */
record Setting(String variable, String what, String text, boolean showable) {
  private static final String HIDDEN = "(not shown, it may hold a password)";

  /** Another piece of the same variable, as showable as this one. */
  Setting piece(String piece, String pieceText) {
    return new Setting(variable, piece, pieceText, showable);
  }

  /** The same text, which errors must not repeat unless {@code condition} holds. */
  Setting showableIf(boolean condition) {
    return new Setting(variable, what, text, showable && condition);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** The error that this text breaks {@code rule}, a phrase that goes on after {@link #what}. */
  ConfigurationException refuse(String rule, String nextStep) {
    return new ConfigurationException(variable, what + " " + rule, toString(), nextStep);
  }

  /** The quoted text if it may be shown. */
  @Override
  public String toString() {
    return showable && text.indexOf('@') < 0 ? '"' + printable(text) + '"' : HIDDEN;
  }

  /** The text on one line, control characters escaped, so that it cannot forge lines in a log. */
  static String printable(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints().forEach(c -> line.append(isVisible(c) ? Character.toString(c) : escape(c)));
    return line.toString();
  }

  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  private static String escape(int codePoint) {
    return "\\u{" + Integer.toHexString(codePoint) + "}";
  }
}
