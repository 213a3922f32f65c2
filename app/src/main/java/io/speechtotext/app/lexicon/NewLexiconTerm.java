package io.speechtotext.app.lexicon;

import io.speechtotext.app.failure.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * A term to be created; it begins active. Immutable.
 *
 * @param lexicon the lexicon that it belongs to
 * @param term what is heard
 * @param replacement what is written instead; the same text for a word that only has to be known
 * @param category up to 100 characters; null for none
 * @param language up to 10 characters; null for any
 * @param source such as manual, up to 100 characters; null when not known. Imports say imported,
 *     approved corrections feedback; the replaced service also wrote learned
 * @param createdBy who made it, up to 100 characters; null when not known
 */
public record NewLexiconTerm(
    LexiconId lexicon,
    TermText term,
    TermText replacement,
    @Nullable String category,
    @Nullable String language,
    @Nullable String source,
    @Nullable String createdBy) {

  /**
   * Checks the lengths.
   *
   * @throws InvalidValueException when one is exceeded
   */
  public NewLexiconTerm {
    atMost(100, "term.category", category);
    atMost(10, "term.language", language);
    atMost(100, "term.source", source);
    atMost(100, "term.createdBy", createdBy);
  }

  /**
   * A term of which nothing but its replacement is known.
   *
   * @throws InvalidValueException when one of the texts is blank or too long
   */
  public static NewLexiconTerm of(LexiconId lexicon, String term, String replacement) {
    return new NewLexiconTerm(
        lexicon,
        TermText.of("term.term", term),
        TermText.of("term.replacement", replacement),
        null,
        null,
        null,
        null);
  }

  static void atMost(int limit, String field, @Nullable String value) {
    if (value != null && value.codePointCount(0, value.length()) > limit) {
      throw new InvalidValueException(field, "must have at most %d characters".formatted(limit));
    }
  }
}
