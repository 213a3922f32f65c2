package io.speechtotext.app.lexicon;

import static io.speechtotext.app.lexicon.ImportTables.FORM;
import static io.speechtotext.app.lexicon.ImportTables.NUMBER;
import static io.speechtotext.app.lexicon.ImportTables.REPLACEMENT;
import static io.speechtotext.app.lexicon.ImportTables.TARGET;
import static io.speechtotext.app.lexicon.ImportTables.TERM;
import static io.speechtotext.app.lexicon.ImportTables.VERDICT;
import static io.speechtotext.jooq.Tables.LEXICON_TERMS;

import io.speechtotext.jooq.Routines;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Gives each row its verdict, but for circles: those need all verdicts. */
final class ImportJudgement {

  private static final Field<Long> LAST_OF_FORM =
      DSL.field(DSL.name("last_of_form"), SQLDataType.BIGINT);

  private final LexiconId lexicon;

  ImportJudgement(LexiconId lexicon) {
    this.lexicon = lexicon;
  }

  void pass(DSLContext dsl) {
    CommonTableExpression<?> formed = DSL.name("formed").asMaterialized(formed());
    CommonTableExpression<?> sound = DSL.name("sound").as(sound(formed));
    CommonTableExpression<?> ranked = DSL.name("ranked").as(ranked(sound));
    // To the end of the transaction: what is sorted and joined here would go to files otherwise.
    dsl.execute("SET LOCAL work_mem = '64MB'");
    dsl.with(formed, sound, ranked)
        .insertInto(ImportTables.ROWS, ImportTables.ROW_COLUMNS)
        .select(judged(ranked))
        .execute();
    // Nothing is known yet of a table that was made just now, and joins are planned by that.
    dsl.execute("ANALYZE {0}", ImportTables.ROWS);
  }

  // Once for each row: what is computed here is used in several places.
  private static Select<? extends Record> formed() {
    return DSL.select(
            NUMBER,
            TERM,
            REPLACEMENT,
            VERDICT,
            Routines.normalizeTerm(TERM).as(FORM),
            Routines.normalizeTerm(REPLACEMENT).as(TARGET))
        .from(ImportTables.LINES);
  }

  private static Select<? extends Record> sound(CommonTableExpression<?> formed) {
    Field<String> refusal =
        DSL.when(FORM.eq("").or(TARGET.eq("")), name(ImportVerdict.BLANK))
            .when(DSL.charLength(FORM).gt(TermText.MAXIMUM_LENGTH), name(ImportVerdict.TOO_LONG))
            .when(TERM.eq(REPLACEMENT), name(ImportVerdict.SELF_REFERENCE));
    return DSL.select(
            NUMBER, TERM, REPLACEMENT, FORM, TARGET, DSL.coalesce(VERDICT, refusal).as(VERDICT))
        .from(formed);
  }

  private static Select<? extends Record> ranked(CommonTableExpression<?> sound) {
    return DSL.select(
            NUMBER,
            TERM,
            REPLACEMENT,
            FORM,
            TARGET,
            VERDICT,
            DSL.max(NUMBER)
                .filterWhere(VERDICT.isNull())
                .over(DSL.partitionBy(FORM.collate("C")))
                .as(LAST_OF_FORM))
        .from(sound);
  }

  private Select<? extends Record> judged(CommonTableExpression<?> ranked) {
    Field<String> term = ranked.field(TERM);
    Field<String> replacement = ranked.field(REPLACEMENT);
    Field<String> verdict =
        DSL.when(NUMBER.lt(LAST_OF_FORM), name(ImportVerdict.DUPLICATE))
            .when(LEXICON_TERMS.ID.isNull(), name(ImportVerdict.INSERTED))
            .when(LEXICON_TERMS.IS_ACTIVE.isFalse(), name(ImportVerdict.REACTIVATED))
            .when(
                LEXICON_TERMS.TERM.eq(term).and(LEXICON_TERMS.REPLACEMENT.eq(replacement)),
                name(ImportVerdict.UNCHANGED))
            .otherwise(name(ImportVerdict.UPDATED));
    return DSL.select(NUMBER, term, replacement, FORM, TARGET, DSL.coalesce(VERDICT, verdict))
        .from(ranked)
        .leftJoin(LEXICON_TERMS)
        .on(
            LEXICON_TERMS
                .LEXICON_ID
                .eq(lexicon.value())
                .and(LEXICON_TERMS.NORMALIZED_TERM.eq(FORM)));
  }

  private static Field<String> name(ImportVerdict verdict) {
    return DSL.inline(verdict.name());
  }
}
