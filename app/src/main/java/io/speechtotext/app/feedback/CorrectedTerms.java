package io.speechtotext.app.feedback;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a lexicon might learn: a few words that stand for a few others. Words that only went
 * or came, signs around words, and longer passages, which somebody has written anew, are no terms.
 */
public final class CorrectedTerms {

  private static final int MAXIMUM_WORDS = 5;

  private CorrectedTerms() {}

  /**
   * The terms of a correction, each once, in the order of the text; none when the texts are so
   * different that they cannot be compared word by word.
   */
  public static List<CorrectedTerm> of(String originalText, String correctedText) {
    Words original = Words.of(originalText);
    Words corrected = Words.of(correctedText);
    return WordDiff.of(original, corrected)
        .map(changes -> of(original, corrected, changes))
        .orElse(List.of());
  }

  /**
   * The terms that were extracted before.
   *
   * @param extractedTerms as in {@link Feedback#extractedTerms()}; what in it is no term is passed
   *     over
   */
  public static List<CorrectedTerm> read(String extractedTerms) {
    return CorrectionJson.terms(extractedTerms);
  }

  static List<CorrectedTerm> of(Words original, Words corrected, List<Change> changes) {
    Set<CorrectedTerm> terms = new LinkedHashSet<>();
    for (Change change : changes) {
      Optional<String> term = spoken(original, change.from(), change.to());
      Optional<String> replacement =
          spoken(corrected, change.correctedFrom(), change.correctedTo());
      if (term.isPresent() && replacement.isPresent() && !term.equals(replacement)) {
        terms.add(new CorrectedTerm(term.get(), replacement.get()));
      }
    }
    return List.copyOf(terms);
  }

  private static Optional<String> spoken(Words words, int from, int to) {
    int begin = from;
    int end = to;
    while (begin < end && !words.isSpoken(begin)) {
      begin++;
    }
    while (begin < end && !words.isSpoken(end - 1)) {
      end--;
    }
    return begin < end && end - begin <= MAXIMUM_WORDS
        ? Optional.of(words.between(begin, end))
        : Optional.empty();
  }
}
