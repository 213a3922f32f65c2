package io.speechtotext.app.learning;

import io.speechtotext.app.lexicon.TermText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** What happens to one batch of corrections, in one transaction. */
final class Learning {

  private final DSLContext dsl;
  private final List<Correction> corrections;
  private final List<RefusedTerm> refused = new ArrayList<>();

  Learning(DSLContext dsl, List<Correction> corrections) {
    this.dsl = dsl;
    this.corrections = corrections;
  }

  LearnedBatch run() {
    Candidates candidates = Candidates.of(corrections);
    refused.addAll(candidates.refused());
    Collection<LearnedTerm> terms =
        candidates.accepted().isEmpty() ? List.of() : learn(candidates.accepted());
    new ProcessedCorrections(corrections, refused).mark(dsl).execute();
    return new LearnedBatch(corrections.size(), terms.size(), refused);
  }

  private Collection<LearnedTerm> learn(List<Candidate> candidates) {
    LexiconRows.lock(dsl, lexicons(candidates)).execute();
    List<NormalizedCandidate> storable = storable(Normalizing.normalized(dsl, candidates));
    Map<LexiconForm, LearnedTerm> terms = new LinkedHashMap<>();
    storable.forEach(each -> terms.merge(each.key(), LearnedTerm.of(each), LearnedTerm::and));
    refuseCycles(storable, terms);
    if (!terms.isEmpty()) {
      TermUpsert.of(dsl, List.copyOf(terms.values())).execute();
    }
    return terms.values();
  }

  private void refuseCycles(
      List<NormalizedCandidate> candidates, Map<LexiconForm, LearnedTerm> terms) {
    Set<LexiconForm> cycles = LearnedCycles.among(dsl, terms.values());
    terms.keySet().removeAll(cycles);
    candidates.stream()
        .filter(each -> cycles.contains(each.key()))
        .forEach(each -> refused.add(each.candidate().refused(Refusal.CYCLE)));
  }

  private static Set<String> lexicons(List<Candidate> candidates) {
    return candidates.stream().map(each -> each.lexicon().value()).collect(Collectors.toSet());
  }

  private List<NormalizedCandidate> storable(List<NormalizedCandidate> candidates) {
    List<NormalizedCandidate> storable = new ArrayList<>();
    for (NormalizedCandidate each : candidates) {
      if (each.term().isEmpty() || each.replacement().isEmpty()) {
        refused.add(each.candidate().refused(Refusal.BLANK));
      } else if (length(each.term()) > TermText.MAXIMUM_LENGTH) {
        refused.add(each.candidate().refused(Refusal.TOO_LONG));
      } else {
        storable.add(each);
      }
    }
    return storable;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
