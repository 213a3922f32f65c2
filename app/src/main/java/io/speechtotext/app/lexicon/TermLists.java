package io.speechtotext.app.lexicon;

import static io.speechtotext.jooq.Tables.LEXICON_TERMS;

import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.jooq.Routines;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;

/** The active terms of a lexicon in byte order, which is what ix_lexicon_terms_active_list has. */
final class TermLists {

  /** In byte order the order of code points too, in every locale. */
  static final Field<String> KEY = LEXICON_TERMS.NORMALIZED_TERM.collate("C");

  // Behind everything that begins alike: no text goes on with a greater character.
  private static final String GREATEST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

  private TermLists() {}

  /** One more than the page holds. */
  static ResultQuery<? extends Record> page(
      DSLContext dsl, LexiconId lexicon, String beginning, PageRequest<String> request) {
    return dsl.select(TermRows.COLUMNS)
        .from(LEXICON_TERMS)
        .where(active(lexicon))
        .and(beginsWith(beginning))
        .and(request.after().map(KEY::gt).orElseGet(DSL::noCondition))
        .orderBy(KEY)
        .limit(request.limit() + 1);
  }

  static Condition active(LexiconId lexicon) {
    return LEXICON_TERMS.LEXICON_ID.eq(lexicon.value()).and(LEXICON_TERMS.IS_ACTIVE);
  }

  private static Condition beginsWith(String beginning) {
    String composed = TermText.composed(beginning);
    if (composed.isEmpty()) {
      return DSL.noCondition();
    }
    Field<String> from = Routines.normalizeTerm(composed);
    return KEY.ge(from).and(KEY.lt(DSL.concat(from, DSL.val(GREATEST_CHARACTER))));
  }
}
