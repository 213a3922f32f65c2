package io.speechtotext.app.learning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;

/**
 * Finds the terms whose replacement leads back to them, as {@code a} does by {@code a → b} and
 * {@code b → a}. It follows what is to be learned, and what the lexicon already says, which nobody
 * changes meanwhile: writers wait for the lexicon's row, which has to be locked.
 */
final class LearnedCycles {

  // UNION ends it: what was met already is not followed again. jOOQ would say the same in three
  // times as many lines.
  private static final String FOLLOWED =
      """
      WITH RECURSIVE given AS (
          SELECT *
          FROM unnest({0}, {1}, {2}) AS given (lexicon_id, term, replacement)
      ),
      chain AS (
          SELECT
              lexicon_id,
              term AS origin,
              replacement AS place
          FROM given
          WHERE term <> replacement
          UNION
          SELECT
              chain.lexicon_id,
              chain.origin,
              coalesce(given.replacement, normalize_term(lexicon_terms.replacement))
          FROM chain
          LEFT JOIN given
              ON given.lexicon_id = chain.lexicon_id
              AND given.term = chain.place
          LEFT JOIN lexicon_terms
              ON lexicon_terms.lexicon_id = chain.lexicon_id
              AND lexicon_terms.normalized_term = chain.place
              AND lexicon_terms.is_active
          WHERE chain.place <> chain.origin
              AND coalesce(given.replacement, normalize_term(lexicon_terms.replacement)) IS NOT NULL
      )
      SELECT DISTINCT
          lexicon_id,
          origin
      FROM chain
      WHERE place = origin
      """;

  private LearnedCycles() {}

  /** What must not be learned so that nothing of the rest leads back to itself. */
  static Set<LexiconForm> in(DSLContext dsl, List<NormalizedCandidate> candidates) {
    Set<LexiconForm> refused = new HashSet<>();
    List<NormalizedCandidate> left = candidates;
    Set<LexiconForm> found = among(dsl, left);
    // Where something is refused the lexicon keeps what it said, which may close another circle.
    while (!found.isEmpty()) {
      refused.addAll(found);
      left = left.stream().filter(each -> !refused.contains(each.key())).toList();
      found = left.isEmpty() ? Set.of() : among(dsl, left);
    }
    return refused;
  }

  private static Set<LexiconForm> among(DSLContext dsl, List<NormalizedCandidate> candidates) {
    return statement(dsl, candidates)
        .fetch(row -> new LexiconForm(row.get(0, String.class), row.get(1, String.class)))
        .stream()
        .collect(Collectors.toSet());
  }

  static ResultQuery<Record> statement(DSLContext dsl, List<NormalizedCandidate> candidates) {
    return dsl.resultQuery(
        FOLLOWED,
        texts(candidates, each -> each.key().lexiconId()),
        texts(candidates, NormalizedCandidate::term),
        texts(candidates, NormalizedCandidate::replacement));
  }

  private static Field<String[]> texts(
      List<NormalizedCandidate> candidates, Function<NormalizedCandidate, String> text) {
    return DSL.val(candidates.stream().map(text).toArray(String[]::new));
  }
}
