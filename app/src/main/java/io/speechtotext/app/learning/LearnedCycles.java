package io.speechtotext.app.learning;

import io.speechtotext.app.lexicon.ReplacementCycles;
import io.speechtotext.app.lexicon.ReplacementCycles.Link;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Finds the terms whose replacement leads back to them, by others that are to be learned and by
 * those of the lexicons, whose rows have to be locked.
 */
final class LearnedCycles {

  private static final int NO_TERM = 0;

  private LearnedCycles() {}

  /** What must not be learned so that nothing of the rest leads back to itself. */
  static Set<LexiconForm> among(DSLContext dsl, Collection<LearnedTerm> terms) {
    List<Link<LexiconForm>> links =
        statement(dsl, terms)
            .fetch(row -> new Link<>(form(row, 1), findForm(row, 2), findForm(row, 3)));
    return ReplacementCycles.refused(links);
  }

  static ResultQuery<Record> statement(DSLContext dsl, Collection<LearnedTerm> terms) {
    return dsl.resultQuery(
        ReplacementCycles.LINKS,
        texts(terms, each -> each.key().lexiconId()),
        texts(terms, LearnedTerm::term),
        texts(terms, LearnedTerm::replacement),
        DSL.inline(NO_TERM));
  }

  private static LexiconForm form(Record row, int column) {
    return new LexiconForm(row.get(0, String.class), row.get(column, String.class));
  }

  private static @Nullable LexiconForm findForm(Record row, int column) {
    return row.get(column) == null ? null : form(row, column);
  }

  private static Field<String[]> texts(
      Collection<LearnedTerm> terms, Function<LearnedTerm, String> text) {
    return DSL.val(terms.stream().map(text).toArray(String[]::new));
  }
}
