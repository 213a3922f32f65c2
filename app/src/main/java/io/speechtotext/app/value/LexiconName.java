package io.speechtotext.app.value;

import io.speechtotext.app.failure.InvalidValueException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a lexicon may be called. */
public final class LexiconName {

  private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  private LexiconName() {}

  /**
   * Checks a name.
   *
   * @param field whose value it is
   * @param name null for no lexicon, which is allowed
   * @throws InvalidValueException when it breaks the syntax
   */
  public static void require(String field, @Nullable String name) {
    if (name != null && !SYNTAX.matcher(name).matches()) {
      throw new InvalidValueException(field, "is 1 to 100 ASCII letters, digits, _ and -");
    }
  }
}
