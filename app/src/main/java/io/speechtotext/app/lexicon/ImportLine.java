package io.speechtotext.app.lexicon;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row as it goes to the server: composed, or refused for what Java alone can see.
 *
 * @param refusal the verdict's name; null when it is up to the server
 */
record ImportLine(String term, String replacement, @Nullable String refusal) {

  static ImportLine of(String term, String replacement) {
    String composedTerm = TermText.composed(term);
    String composedReplacement = TermText.composed(replacement);
    Optional<ImportVerdict> refusal =
        Stream.of(composedTerm, composedReplacement)
            .flatMap(text -> TermText.flaw(text).stream())
            .findFirst()
            .map(ImportLine::verdict);
    return refusal
        .map(verdict -> new ImportLine(shown(composedTerm), "", verdict.name()))
        .orElseGet(() -> new ImportLine(composedTerm, composedReplacement, null));
  }

  private static ImportVerdict verdict(TextFlaw flaw) {
    return switch (flaw) {
      case BLANK -> ImportVerdict.BLANK;
      case TOO_LONG -> ImportVerdict.TOO_LONG;
      case UNSTORABLE -> ImportVerdict.UNSTORABLE;
    };
  }

  /** As much of a refused text as the server takes, and a report needs. */
  private static String shown(String composed) {
    StringBuilder shown = new StringBuilder();
    composed
        .codePoints()
        .map(each -> TermText.storable(each) ? each : 0xFFFD)
        .limit(TermText.MAXIMUM_LENGTH)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }
}
