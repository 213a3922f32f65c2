package io.speechtotext.app.lexicon;

import static java.util.Objects.requireNonNull;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;

/**
 * Finds out whether a term's replacement would lead back to it, as {@code a} by {@code b} does
 * where {@code b} is replaced by {@code a}. The lexicon has to be locked.
 */
final class TermCycle {

  // UNION ends it: what was met already is not followed again. Another spelling of one form is a
  // replacement like others, and no cycle.
  private static final String FOLLOWED =
      """
      WITH RECURSIVE given AS (
          SELECT
              normalize_term({0}) AS term,
              normalize_term({1}) AS replacement
      ),
      way AS (
          SELECT replacement AS place
          FROM given
          WHERE replacement <> term
          UNION
          SELECT normalize_term(lexicon_terms.replacement)
          FROM way
          CROSS JOIN given
          INNER JOIN lexicon_terms
              ON lexicon_terms.lexicon_id = {2}
              AND lexicon_terms.normalized_term = way.place
              AND lexicon_terms.is_active
              AND lexicon_terms.id <> {3}
          WHERE way.place <> given.term
      )
      SELECT EXISTS (
          SELECT
          FROM way
          CROSS JOIN given
          WHERE way.place = given.term
      )
      """;

  private TermCycle() {}

  static boolean isClosedBy(DSLContext dsl, TermWrites.Change change) {
    return requireNonNull(statement(dsl, change).fetchSingle(0, Boolean.class));
  }

  static ResultQuery<Record> statement(DSLContext dsl, TermWrites.Change change) {
    return dsl.resultQuery(
        FOLLOWED,
        DSL.val(change.term().value()),
        DSL.val(change.replacement().value()),
        DSL.val(change.key().lexiconId()),
        DSL.val(change.key().id()));
  }
}
