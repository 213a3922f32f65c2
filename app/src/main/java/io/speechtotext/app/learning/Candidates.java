package io.speechtotext.app.learning;

import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.app.feedback.CorrectedTerm;
import io.speechtotext.app.lexicon.TermText;
import java.util.ArrayList;
import java.util.List;

/** Tells what may become a term from what cannot, as far as the texts alone say. */
final class Candidates {

  private final List<Candidate> accepted = new ArrayList<>();
  private final List<RefusedTerm> refused = new ArrayList<>();

  private Candidates() {}

  static Candidates of(List<Correction> corrections) {
    Candidates all = new Candidates();
    corrections.forEach(all::add);
    return all;
  }

  /** In the order of the corrections. */
  List<Candidate> accepted() {
    return accepted;
  }

  /** In the order of the corrections. */
  List<RefusedTerm> refused() {
    return refused;
  }

  private void add(Correction correction) {
    if (correction.terms().isEmpty()) {
      refused.add(new RefusedTerm(correction.feedbackId(), null, Refusal.NO_TERM));
    }
    correction.terms().forEach(term -> add(correction, term));
  }

  private void add(Correction correction, CorrectedTerm source) {
    try {
      TermText term = TermText.of("term", source.term());
      TermText replacement = TermText.of("replacement", source.replacement());
      Candidate candidate =
          new Candidate(
              correction.feedbackId(),
              correction.frequency(),
              source,
              correction.lexicon(),
              term,
              replacement);
      if (term.equals(replacement)) {
        refused.add(candidate.refused(Refusal.SELF_REFERENCE));
      } else {
        accepted.add(candidate);
      }
    } catch (InvalidValueException e) {
      refused.add(new RefusedTerm(correction.feedbackId(), source, flaw(source)));
    }
  }

  // What came out of the database can be stored in it, so that only these two are left.
  private static Refusal flaw(CorrectedTerm source) {
    return source.term().isBlank() || source.replacement().isBlank()
        ? Refusal.BLANK
        : Refusal.TOO_LONG;
  }
}
