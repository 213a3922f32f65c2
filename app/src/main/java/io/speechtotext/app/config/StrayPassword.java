package io.speechtotext.app.config;

/**
 * Finds passwords that stand where they do not belong, because someone forgot to encode or to write
 * a separator. Such a URL can be read, but a piece of its password would count as host or database
 * name, and be shown.
 */
final class StrayPassword {
  /** Of {@code password=}, what is left when someone drops an {@code &} or slips on a key. */
  private static final String KEYWORD_END = "word=";

  private StrayPassword() {}

  /** Whether a piece of a password may be in {@code text}. */
  static boolean isPossibleIn(String text) {
    return text.contains("@") || hasKeyword(text);
  }

  /** Whether the parameter {@code password} seems to begin in the midst of {@code text}. */
  static boolean hasKeyword(String text) {
    return text.contains(KEYWORD_END);
  }

  /** Refuses a {@code url} whose hosts or database name, as written, may hold a password. */
  static void refuseIn(Setting url, String hostsAndDatabase) {
    if (isPossibleIn(hostsAndDatabase)) {
      throw url.refuse(
          "must not have a literal @ or password= where hosts and database name stand",
          "Percent-encode user, password and database name: @ as %40, / as %2F, = as %3D;"
              + " a jdbc: URL takes them as ?user=u&password=p");
    }
  }
}
