package io.speechtotext.app.lexicon;

import static io.speechtotext.app.lexicon.ImportTables.FORM;
import static io.speechtotext.app.lexicon.ImportTables.NUMBER;
import static io.speechtotext.app.lexicon.ImportTables.ROWS;
import static io.speechtotext.app.lexicon.ImportTables.TARGET;
import static io.speechtotext.app.lexicon.ImportTables.VERDICT;
import static io.speechtotext.jooq.Tables.LEXICON_TERMS;

import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.jooq.Routines;
import java.util.List;
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

  // Only a file that was made for it needs more, and each reads the whole lexicon.
  private static final int MOST_ROUNDS = 20;

  private final DSLContext dsl;
  private final LexiconId lexicon;

  ImportLinks(DSLContext dsl, LexiconId lexicon) {
    this.dsl = dsl;
    this.lexicon = lexicon;
  }

  /**
   * Refuses rows until no circle has a row of the file in it.
   *
   * @throws InvalidValueException when each circle that is broken closes another one, again and
   *     again
   */
  void refuseCycles() {
    List<Long> refused = cycles();
    // Without what is refused the lexicon keeps the term it had, which may close another circle.
    for (int round = 0; !refused.isEmpty(); round++) {
      if (round == MOST_ROUNDS) {
        throw new InvalidValueException(
            "the file",
            "has circles of terms that close others of the lexicon when they are left out, more than"
                + " %d times".formatted(MOST_ROUNDS));
      }
      refuse(refused);
      refused = cycles();
    }
  }

  private List<Long> cycles() {
    return anyRowLeadsToATerm() ? Cycles.rowsIn(links()) : List.of();
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

  private List<Cycles.Link> links() {
    Name every = DSL.name("graph");
    Name next = DSL.name("next");
    CommonTableExpression<?> graph =
        every
            .fields(FORM.getName(), TARGET.getName(), NUMBER.getName())
            .as(ofTheFile().unionAll(ofTheLexicon()));
    return dsl.with(graph)
        .select(in(every, FORM), in(every, TARGET), in(every, NUMBER))
        .from(graph)
        .where(in(every, FORM).ne(in(every, TARGET)))
        .and(
            DSL.exists(
                DSL.selectOne().from(graph.as(next)).where(in(next, FORM).eq(in(every, TARGET)))))
        .fetch(row -> new Cycles.Link(row.value1(), row.value2(), row.value3()));
  }

  private static <T> Field<T> in(Name table, Field<T> column) {
    return DSL.field(table.append(column.getUnqualifiedName()), column.getDataType());
  }

  private static Select<Record3<String, String, Long>> ofTheFile() {
    return DSL.select(FORM, TARGET, NUMBER).from(ROWS).where(ImportTables.accepted());
  }

  private Select<Record3<String, String, Long>> ofTheLexicon() {
    Condition overridden =
        DSL.exists(
            DSL.selectOne()
                .from(ROWS)
                .where(FORM.eq(LEXICON_TERMS.NORMALIZED_TERM))
                .and(ImportTables.accepted()));
    Field<Long> none = DSL.inline((Long) null, SQLDataType.BIGINT);
    return DSL.select(
            LEXICON_TERMS.NORMALIZED_TERM.cast(SQLDataType.CLOB),
            Routines.normalizeTerm(LEXICON_TERMS.REPLACEMENT),
            none)
        .from(LEXICON_TERMS)
        .where(LexiconReads.active(lexicon))
        .andNot(overridden);
  }

  private void refuse(List<Long> rows) {
    dsl.update(ROWS)
        .set(VERDICT, ImportVerdict.CYCLE.name())
        .where(NUMBER.eq(DSL.any(rows.toArray(Long[]::new))))
        .execute();
  }
}
