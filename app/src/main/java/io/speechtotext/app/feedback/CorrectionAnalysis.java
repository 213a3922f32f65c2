package io.speechtotext.app.feedback;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the two texts of a correction.
 *
 * @param editDistance in code points; null when the texts are too different to count
 * @param accuracyScore the share of the longer text that was right, from 0 to 1; null as above
 * @param diff {@code {"words": [{"at": 3, "from": "helo", "to": "hello"}]}}, where {@code at}
 *     counts the words of the original from 0, and a text is empty where words only went or came;
 *     null when the texts are too different
 * @param terms {@code [{"term": "helo", "replacement": "hello"}]}; null as for {@code diff}
 */
record CorrectionAnalysis(
    @Nullable Integer editDistance,
    @Nullable Double accuracyScore,
    @Nullable String diff,
    @Nullable String terms) {

  static CorrectionAnalysis of(String originalText, String correctedText) {
    OptionalInt distance = EditDistance.of(originalText, correctedText);
    Words original = Words.of(originalText);
    Words corrected = Words.of(correctedText);
    Optional<List<Change>> changes = WordDiff.of(original, corrected);
    return new CorrectionAnalysis(
        distance.isPresent() ? distance.getAsInt() : null,
        distance.isPresent() ? accuracy(distance.getAsInt(), originalText, correctedText) : null,
        changes.map(each -> CorrectionJson.diff(original, corrected, each)).orElse(null),
        changes
            .map(each -> CorrectedTerms.of(original, corrected, each))
            .map(CorrectionJson::terms)
            .orElse(null));
  }

  private static double accuracy(int distance, String originalText, String correctedText) {
    int longest = Math.max(length(originalText), length(correctedText));
    return 1 - (double) distance / longest;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
