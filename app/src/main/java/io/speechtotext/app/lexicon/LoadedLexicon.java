package io.speechtotext.app.lexicon;

import java.util.Map;

/**
 * What transcripts see of a lexicon. Immutable.
 *
 * @param id its name
 * @param version the version that has just these terms; 0 for a lexicon that never had any
 * @param replacements what is written for each active term
 */
public record LoadedLexicon(LexiconId id, long version, Map<String, String> replacements) {

  /** Copies the map. */
  public LoadedLexicon {
    replacements = Map.copyOf(replacements);
  }
}
