package io.speechtotext.app.lexicon;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the lexicons of a process in memory, each until its version changes, whoever changed it.
 * Each call asks the database for the version, by one look into an index, so nothing stale is given
 * out. Thread-safe; threads that need one new version load it once.
 */
public final class LexiconCache {

  private final LexiconRepository lexicons;
  private final Map<LexiconId, Slot> slots = new ConcurrentHashMap<>();

  /** An empty cache. */
  public LexiconCache(LexiconRepository lexicons) {
    this.lexicons = lexicons;
  }

  /** The lexicon in the version that it has now. */
  public LoadedLexicon get(LexiconId lexicon) {
    long version = lexicons.versionOf(lexicon);
    // Names that are no lexicon's must not pile up: clients choose them.
    return version == 0
        ? new LoadedLexicon(lexicon, 0, Map.of())
        : slots.computeIfAbsent(lexicon, Slot::new).in(version);
  }

  private final class Slot {

    private LoadedLexicon loaded;

    Slot(LexiconId lexicon) {
      this.loaded = new LoadedLexicon(lexicon, 0, Map.of());
    }

    // It may be lower than before: a restored database is older than what is kept here.
    synchronized LoadedLexicon in(long version) {
      if (loaded.version() != version) {
        loaded = lexicons.load(loaded.id());
      }
      return loaded;
    }
  }
}
