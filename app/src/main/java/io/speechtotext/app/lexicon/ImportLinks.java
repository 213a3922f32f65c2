package io.speechtotext.app.lexicon;

import static io.speechtotext.app.lexicon.ImportTables.FORM;
import static io.speechtotext.app.lexicon.ImportTables.ROWS;
import static io.speechtotext.app.lexicon.ImportTables.TARGET;
import static io.speechtotext.app.lexicon.ImportTables.VERDICT;
import static io.speechtotext.jooq.Tables.LEXICON_TERMS;

import io.speechtotext.app.lexicon.ReplacementCycles.Link;
import io.speechtotext.jooq.Routines;
import java.util.List;
import java.util.Set;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record1;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Which replacements would be terms themselves, in the lexicon as the import leaves it. */
final class ImportLinks {

  private static final Field<String> PROPOSED = DSL.field(DSL.name("proposed"), SQLDataType.CLOB);
  private static final Field<String> STANDING = DSL.field(DSL.name("standing"), SQLDataType.CLOB);
  private static final Field<String> IN_THE_LEXICON =
      Routines.normalizeTerm(LEXICON_TERMS.REPLACEMENT);

  private final DSLContext dsl;
  private final LexiconId lexicon;

  ImportLinks(DSLContext dsl, LexiconId lexicon) {
    this.dsl = dsl;
    this.lexicon = lexicon;
  }

  /** Refuses the rows that would be part of a circle. */
  void refuseCycles() {
    Set<String> refused = anyRowLeadsToATerm() ? ReplacementCycles.refused(links()) : Set.of();
    if (!refused.isEmpty()) {
      refuse(refused);
    }
  }

  // Most files end here. Counted, not asked with EXISTS: that would be planned for an early hit.
  private boolean anyRowLeadsToATerm() {
    Select<Record1<String>> ofTheFile = DSL.select(FORM).from(ROWS).where(ImportTables.accepted());
    Select<Record1<String>> ofTheLexicon =
        DSL.select(LEXICON_TERMS.NORMALIZED_TERM)
            .from(LEXICON_TERMS)
            .where(LexiconReads.active(lexicon));
    return leadTo(ofTheFile) + leadTo(ofTheLexicon) > 0;
  }

  private int leadTo(Select<Record1<String>> terms) {
    return dsl.fetchCount(ROWS, ImportTables.accepted().and(FORM.ne(TARGET)).and(TARGET.in(terms)));
  }

  /** Those that lead on to a term; no circle goes through another. */
  private List<Link<String>> links() {
    Name every = DSL.name("graph");
    Name next = DSL.name("next");
    CommonTableExpression<?> graph =
        every
            .fields(FORM.getName(), PROPOSED.getName(), STANDING.getName())
            .as(ofTheFile().unionAll(ofTheLexicon()));
    Field<String> target = DSL.coalesce(in(every, PROPOSED), in(every, STANDING));
    return dsl.with(graph)
        .select(in(every, FORM), in(every, PROPOSED), in(every, STANDING))
        .from(graph)
        .where(in(every, FORM).ne(target))
        .and(DSL.exists(DSL.selectOne().from(graph.as(next)).where(in(next, FORM).eq(target))))
        .fetch(row -> new Link<>(row.value1(), row.value2(), row.value3()));
  }

  private static <T> Field<T> in(Name table, Field<T> column) {
    return DSL.field(table.append(column.getUnqualifiedName()), column.getDataType());
  }

  private Select<Record3<String, String, String>> ofTheFile() {
    return DSL.select(FORM, TARGET.as(PROPOSED), IN_THE_LEXICON.as(STANDING))
        .from(ROWS)
        .leftJoin(LEXICON_TERMS)
        .on(LexiconReads.active(lexicon).and(LEXICON_TERMS.NORMALIZED_TERM.eq(FORM)))
        .where(ImportTables.accepted());
  }

  private Select<Record3<String, String, String>> ofTheLexicon() {
    Condition overridden =
        DSL.exists(
            DSL.selectOne()
                .from(ROWS)
                .where(FORM.eq(LEXICON_TERMS.NORMALIZED_TERM))
                .and(ImportTables.accepted()));
    return DSL.select(
            LEXICON_TERMS.NORMALIZED_TERM.cast(SQLDataType.CLOB),
            DSL.inline((String) null, SQLDataType.CLOB),
            IN_THE_LEXICON)
        .from(LEXICON_TERMS)
        .where(LexiconReads.active(lexicon))
        .andNot(overridden);
  }

  // One row of a form is accepted at most.
  private void refuse(Set<String> forms) {
    dsl.update(ROWS)
        .set(VERDICT, ImportVerdict.CYCLE.name())
        .where(FORM.eq(DSL.any(forms.toArray(String[]::new))))
        .and(ImportTables.accepted())
        .execute();
  }
}
