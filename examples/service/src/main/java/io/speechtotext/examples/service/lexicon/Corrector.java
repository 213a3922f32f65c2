package io.speechtotext.examples.service.lexicon;

import io.speechtotext.app.lexicon.LexiconCache;
import io.speechtotext.app.lexicon.LexiconId;
import io.speechtotext.app.lexicon.LoadedLexicon;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Applies lexicons, each in the version that it has at that moment. Thread-safe. */
public final class Corrector {

  private final LexiconCache lexicons;
  private final Map<LexiconId, Corrections> ready = new ConcurrentHashMap<>();

  public Corrector(LexiconCache lexicons) {
    this.lexicons = lexicons;
  }

  /** A text and what to note of it: which lexicon was applied, and in which version. */
  public record Result(Corrected corrected, String lexiconVersion) {}

  /** Corrects a text; no lexicon of that name changes nothing. */
  public Result correct(LexiconId lexicon, String heard) {
    LoadedLexicon loaded = lexicons.get(lexicon);
    return new Result(corrections(loaded).apply(heard), Long.toString(loaded.version()));
  }

  private Corrections corrections(LoadedLexicon loaded) {
    // Names that are no lexicon's must not pile up: clients choose them.
    return loaded.version() == 0
        ? new Corrections(loaded)
        : ready.compute(
            loaded.id(),
            (id, known) ->
                known != null && known.version() == loaded.version()
                    ? known
                    : new Corrections(loaded));
  }
}
