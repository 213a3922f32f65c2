package io.speechtotext.app.lexicon;

import static io.speechtotext.jooq.Tables.LEXICON_TERMS;

import io.speechtotext.jooq.Routines;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;

/** The statements that write single terms. */
final class TermWrites {

  private TermWrites() {}

  /**
   * Inserts the term or brings the removed one back; returns no row when an active one is there.
   */
  static ResultQuery<? extends Record> create(DSLContext dsl, NewLexiconTerm term) {
    CommonTableExpression<Record1<String>> locked =
        LexiconLock.before(LexiconLock.making(dsl, term.lexicon()));
    return dsl.with(locked)
        .insertInto(
            LEXICON_TERMS,
            LEXICON_TERMS.LEXICON_ID,
            LEXICON_TERMS.TERM,
            LEXICON_TERMS.NORMALIZED_TERM,
            LEXICON_TERMS.REPLACEMENT,
            LEXICON_TERMS.CATEGORY,
            LEXICON_TERMS.LANGUAGE,
            LEXICON_TERMS.SOURCE,
            LEXICON_TERMS.CREATED_BY)
        .select(
            DSL.select(
                    locked.field(LEXICON_TERMS.LEXICON_ID),
                    DSL.val(term.term().value()),
                    Routines.normalizeTerm(term.term().value()),
                    DSL.val(term.replacement().value()),
                    DSL.val(term.category(), LEXICON_TERMS.CATEGORY),
                    DSL.val(term.language(), LEXICON_TERMS.LANGUAGE),
                    DSL.val(term.source(), LEXICON_TERMS.SOURCE),
                    DSL.val(term.createdBy(), LEXICON_TERMS.CREATED_BY))
                .from(locked))
        .onConflict(LEXICON_TERMS.LEXICON_ID, LEXICON_TERMS.NORMALIZED_TERM)
        .doUpdate()
        .set(LEXICON_TERMS.TERM, DSL.excluded(LEXICON_TERMS.TERM))
        .set(LEXICON_TERMS.REPLACEMENT, DSL.excluded(LEXICON_TERMS.REPLACEMENT))
        .set(LEXICON_TERMS.CATEGORY, DSL.excluded(LEXICON_TERMS.CATEGORY))
        .set(LEXICON_TERMS.LANGUAGE, DSL.excluded(LEXICON_TERMS.LANGUAGE))
        .set(LEXICON_TERMS.SOURCE, DSL.excluded(LEXICON_TERMS.SOURCE))
        .set(LEXICON_TERMS.CREATED_BY, DSL.excluded(LEXICON_TERMS.CREATED_BY))
        .set(LEXICON_TERMS.IS_ACTIVE, true)
        .where(LEXICON_TERMS.IS_ACTIVE.isFalse())
        .returningResult(TermRows.COLUMNS);
  }

  /** Takes its normalized form from a removed term, when that is the form of the new text. */
  static Query makeWay(DSLContext dsl, LexiconId lexicon, int id, TermText term) {
    Field<String> given =
        DSL.concat(DSL.inline("superseded:"), LEXICON_TERMS.ID.cast(String.class));
    return dsl.update(LEXICON_TERMS)
        .set(LEXICON_TERMS.NORMALIZED_TERM, given)
        .where(LEXICON_TERMS.LEXICON_ID.eq(lexicon.value()))
        .and(LEXICON_TERMS.NORMALIZED_TERM.eq(Routines.normalizeTerm(term.value())))
        .and(LEXICON_TERMS.IS_ACTIVE.isFalse())
        .and(LEXICON_TERMS.ID.ne(id));
  }

  /** Returns no row when there is no such active term. */
  static ResultQuery<? extends Record> change(
      DSLContext dsl, LexiconId lexicon, int id, TermText term, TermText replacement) {
    return dsl.update(LEXICON_TERMS)
        .set(LEXICON_TERMS.TERM, term.value())
        .set(LEXICON_TERMS.NORMALIZED_TERM, Routines.normalizeTerm(term.value()))
        .set(LEXICON_TERMS.REPLACEMENT, replacement.value())
        .where(LEXICON_TERMS.ID.eq(id))
        .and(LEXICON_TERMS.LEXICON_ID.eq(lexicon.value()))
        .and(LEXICON_TERMS.IS_ACTIVE)
        .returningResult(TermRows.COLUMNS);
  }

  static Query remove(DSLContext dsl, LexiconId lexicon, int id) {
    CommonTableExpression<Record1<String>> locked =
        LexiconLock.before(LexiconLock.finding(dsl, lexicon));
    return dsl.with(locked)
        .update(LEXICON_TERMS)
        .set(LEXICON_TERMS.IS_ACTIVE, false)
        .from(locked)
        .where(LEXICON_TERMS.ID.eq(id))
        .and(LEXICON_TERMS.LEXICON_ID.eq(locked.field(LEXICON_TERMS.LEXICON_ID)));
  }
}
