package io.speechtotext.app.lexicon;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A term to be created; it begins active.
 *
 * @param lexiconId the lexicon that it belongs to, up to 100 characters
 * @param term what is heard, up to 255 characters
 * @param replacement what is written instead, up to 255 characters
 * @param category up to 100 characters; null for none
 * @param language up to 10 characters; null for any
 * @param source manual, learned or imported; null when not known
 * @param createdBy who made it, up to 100 characters; null when not known
 */
public record NewLexiconTerm(
    String lexiconId,
    String term,
    String replacement,
    @Nullable String category,
    @Nullable String language,
    @Nullable String source,
    @Nullable String createdBy) {

  /** A term of which nothing but its replacement is known. */
  public static NewLexiconTerm of(String lexiconId, String term, String replacement) {
    return new NewLexiconTerm(lexiconId, term, replacement, null, null, null, null);
  }

  /** The form that is unique in a lexicon: trimmed and in lower case, in no language's way. */
  public String normalizedTerm() {
    return term.strip().toLowerCase(Locale.ROOT);
  }
}
