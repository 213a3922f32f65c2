package io.speechtotext.examples.service.lexicon;

import io.speechtotext.app.lexicon.LoadedLexicon;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a lexicon, made ready to be applied: whole words only, of two terms that begin at
 * one place the longer, in any case and spacing. Immutable.
 */
final class Corrections {

  private final long version;
  private final Map<String, String> replacements = new HashMap<>();
  private final int longest;

  Corrections(LoadedLexicon lexicon) {
    version = lexicon.version();
    lexicon.replacements().forEach((term, text) -> replacements.put(folded(term), text));
    longest = replacements.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  long version() {
    return version;
  }

  /** Writes what the lexicon says in place of what was heard. */
  Corrected apply(String heard) {
    String text = Normalizer.normalize(heard, Normalizer.Form.NFC);
    WordEdges edges = new WordEdges(text);
    StringBuilder written = new StringBuilder(text.length());
    int count = 0;
    int from = 0;
    while (from < text.length()) {
      int end = edges.isEdge(from) ? endOfLongestTerm(text, edges, from) : from;
      if (end > from) {
        written.append(replacement(text, from, end));
        count++;
        from = end;
      } else {
        written.append(text.charAt(from++));
      }
    }
    return new Corrected(written.toString(), count);
  }

  // Twice as far as the longest term reaches: a text may have more spaces than a term.
  private int endOfLongestTerm(String text, WordEdges edges, int from) {
    int end = Math.min(text.length(), from + 2 * longest);
    while (end > from && !(edges.isEdge(end) && replacement(text, from, end) != null)) {
      end--;
    }
    return end;
  }

  private @Nullable String replacement(String text, int from, int end) {
    return replacements.get(folded(text.substring(from, end)));
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
