package io.speechtotext.app.learning;

import static io.speechtotext.jooq.Tables.LEXICON_TERMS;

import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Puts terms into their lexicons. One that is there counts the more; where it said otherwise, or
 * was removed, it says from now on what was approved.
 */
final class TermUpsert {

  private static final String SOURCE = "feedback";

  private TermUpsert() {}

  static Query of(DSLContext dsl, List<LearnedTerm> terms) {
    return dsl.insertInto(
            LEXICON_TERMS,
            LEXICON_TERMS.LEXICON_ID,
            LEXICON_TERMS.TERM,
            LEXICON_TERMS.NORMALIZED_TERM,
            LEXICON_TERMS.REPLACEMENT,
            LEXICON_TERMS.FREQUENCY,
            LEXICON_TERMS.SOURCE)
        .select(
            DSL.select(
                    given(LEXICON_TERMS.LEXICON_ID),
                    given(LEXICON_TERMS.TERM),
                    given(LEXICON_TERMS.NORMALIZED_TERM),
                    given(LEXICON_TERMS.REPLACEMENT),
                    given(LEXICON_TERMS.FREQUENCY),
                    DSL.inline(SOURCE))
                .from(given(terms)))
        .onConflict(LEXICON_TERMS.LEXICON_ID, LEXICON_TERMS.NORMALIZED_TERM)
        .doUpdate()
        .set(
            LEXICON_TERMS.SOURCE,
            DSL.when(saysTheSame(), LEXICON_TERMS.SOURCE).otherwise(DSL.inline(SOURCE)))
        .set(
            LEXICON_TERMS.TERM,
            DSL.when(saysTheSame(), LEXICON_TERMS.TERM).otherwise(DSL.excluded(LEXICON_TERMS.TERM)))
        .set(LEXICON_TERMS.REPLACEMENT, DSL.excluded(LEXICON_TERMS.REPLACEMENT))
        .set(LEXICON_TERMS.IS_ACTIVE, true)
        .set(
            LEXICON_TERMS.CREATED_BY,
            DSL.when(LEXICON_TERMS.IS_ACTIVE, LEXICON_TERMS.CREATED_BY)
                .otherwise(DSL.excluded(LEXICON_TERMS.CREATED_BY)))
        .set(LEXICON_TERMS.FREQUENCY, sum());
  }

  // Up to what the column holds.
  private static Field<Integer> sum() {
    Field<Long> sum =
        LEXICON_TERMS
            .FREQUENCY
            .cast(SQLDataType.BIGINT)
            .plus(DSL.excluded(LEXICON_TERMS.FREQUENCY));
    return DSL.least(sum, DSL.inline((long) Integer.MAX_VALUE)).cast(SQLDataType.INTEGER);
  }

  private static Condition saysTheSame() {
    return LEXICON_TERMS
        .IS_ACTIVE
        .isTrue()
        .and(LEXICON_TERMS.REPLACEMENT.eq(DSL.excluded(LEXICON_TERMS.REPLACEMENT)));
  }

  private static <T> Field<T> given(Field<T> column) {
    return DSL.field(DSL.name("given", column.getName()), column.getDataType());
  }

  // Arrays, so that the statement reads the same however many there are.
  private static Table<?> given(List<LearnedTerm> terms) {
    return DSL.table(
        "unnest({0}, {1}, {2}, {3}, {4}) AS given (lexicon_id, term, normalized_term, replacement, frequency)",
        texts(terms, each -> each.key().lexiconId()),
        texts(terms, LearnedTerm::term),
        texts(terms, each -> each.key().normalizedTerm()),
        texts(terms, LearnedTerm::replacement),
        DSL.val(terms.stream().map(LearnedTerm::frequency).toArray(Integer[]::new)));
  }

  private static Field<String[]> texts(
      List<LearnedTerm> terms, Function<LearnedTerm, String> text) {
    return DSL.val(terms.stream().map(text).toArray(String[]::new));
  }
}
