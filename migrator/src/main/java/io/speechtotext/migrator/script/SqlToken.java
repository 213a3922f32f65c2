package io.speechtotext.migrator.script;

/**
 * One piece of a statement.
 *
 * @param kind what it is
 * @param text a word in lower case, a name without its quotes, a sign, or what a literal holds
 */
public record SqlToken(Kind kind, String text) {

  /** What a piece can be. */
  public enum Kind {
    /** A keyword, or a name without quotes; PostgreSQL tells them apart by their place. */
    WORD,
    /** A name in quotes. */
    NAME,
    /** A string, in whatever quotes. */
    LITERAL,
    /** Any other character. */
    SIGN
  }

  /** Whether this is the keyword, given in lower case, or the sign. */
  public boolean is(String expected) {
    return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(expected);
  }

  /** Whether this can name something. */
  public boolean isName() {
    return kind == Kind.WORD || kind == Kind.NAME;
  }
}
