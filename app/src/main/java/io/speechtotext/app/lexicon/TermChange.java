package io.speechtotext.app.lexicon;

import static io.speechtotext.jooq.Tables.LEXICON_TERMS;

import io.speechtotext.app.database.Parameters;
import io.speechtotext.app.database.Prepared;
import io.speechtotext.jooq.Routines;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;

/** Which term is written, and what it shall read. */
record TermChange(TermKey key, TermText term, TermText replacement) {

  /** Has no row when there is no such active term. */
  static final Prepared<TermChange, Optional<LexiconTerm>> CHANGE =
      Prepared.optional("lexicon.change", TermChange::statement, TermRows::read);

  private static ResultQuery<?> statement(DSLContext dsl, Parameters<TermChange> change) {
    Param<String> lexicon = change.bind(LEXICON_TERMS.LEXICON_ID, each -> each.key().lexiconId());
    Param<Integer> id = change.bind(LEXICON_TERMS.ID, each -> each.key().id());
    Param<String> text = change.bind(LEXICON_TERMS.TERM, each -> each.term().value());
    Condition given =
        LEXICON_TERMS
            .LEXICON_ID
            .eq(lexicon)
            .and(LEXICON_TERMS.NORMALIZED_TERM.eq(Routines.normalizeTerm(text)))
            .and(LEXICON_TERMS.IS_ACTIVE.isFalse())
            .and(LEXICON_TERMS.ID.ne(id));
    CommonTableExpression<Record1<Integer>> waygiving =
        DSL.name("waygiving").fields("id").as(makeWay(dsl, given));
    return dsl.with(waygiving)
        .update(LEXICON_TERMS)
        .set(LEXICON_TERMS.TERM, text)
        .set(LEXICON_TERMS.NORMALIZED_TERM, Routines.normalizeTerm(text))
        .set(
            LEXICON_TERMS.REPLACEMENT,
            change.bind(LEXICON_TERMS.REPLACEMENT, each -> each.replacement().value()))
        // Counted, so that way was made before the form is taken.
        .from(DSL.selectCount().from(waygiving).asTable("made"))
        .where(LEXICON_TERMS.ID.eq(id))
        .and(LEXICON_TERMS.LEXICON_ID.eq(lexicon))
        .and(LEXICON_TERMS.IS_ACTIVE)
        .returningResult(TermRows.COLUMNS);
  }

  /** Takes its normalized form from a removed term. */
  private static ResultQuery<Record1<Integer>> makeWay(DSLContext dsl, Condition removed) {
    return dsl.update(LEXICON_TERMS)
        .set(LEXICON_TERMS.NORMALIZED_TERM, DSL.concat(DSL.inline("superseded:"), LEXICON_TERMS.ID))
        .where(removed)
        .returningResult(LEXICON_TERMS.ID);
  }
}
