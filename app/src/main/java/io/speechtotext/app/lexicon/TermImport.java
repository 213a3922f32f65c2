package io.speechtotext.app.lexicon;

import static io.speechtotext.jooq.Tables.LEXICON_TERMS;

import io.speechtotext.app.database.LongWork;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * One import, in one transaction: the file goes to a temporary table by COPY, there each row gets
 * its verdict, and one statement writes what was not refused. The lexicon is locked from before the
 * verdicts on, so that they are still true when the terms are written.
 */
final class TermImport {

  private static final int FETCH_SIZE = 1_000;
  private static final Set<ImportVerdict> WRITTEN =
      Set.of(ImportVerdict.INSERTED, ImportVerdict.UPDATED, ImportVerdict.REACTIVATED);

  private final DSLContext dsl;
  private final LexiconId lexicon;
  private final @Nullable String createdBy;

  TermImport(DSLContext dsl, LexiconId lexicon, @Nullable String createdBy) {
    this.dsl = dsl;
    this.lexicon = lexicon;
    this.createdBy = createdBy;
  }

  ImportReport run(TermFile file, Consumer<ImportedRow> rows) {
    // Imports of one lexicon queue up, and one may take longer than others wait for a lock.
    LongWork.beginWaiting(dsl);
    ImportTables.create(dsl);
    ImportTables.copy(dsl, file);
    LexiconLock.MAKE.in(dsl, lexicon);
    new ImportJudgement(lexicon).pass(dsl);
    new ImportLinks(dsl, lexicon).refuseCycles();
    write();
    return report(rows);
  }

  private void write() {
    dsl.insertInto(
            LEXICON_TERMS,
            LEXICON_TERMS.LEXICON_ID,
            LEXICON_TERMS.TERM,
            LEXICON_TERMS.NORMALIZED_TERM,
            LEXICON_TERMS.REPLACEMENT,
            LEXICON_TERMS.SOURCE,
            LEXICON_TERMS.CREATED_BY)
        .select(
            DSL.select(
                    DSL.val(lexicon.value()),
                    ImportTables.TERM,
                    ImportTables.FORM,
                    ImportTables.REPLACEMENT,
                    DSL.inline("imported"),
                    DSL.val(createdBy, LEXICON_TERMS.CREATED_BY))
                .from(ImportTables.ROWS)
                .where(ImportTables.has(WRITTEN)))
        .onConflict(LEXICON_TERMS.LEXICON_ID, LEXICON_TERMS.NORMALIZED_TERM)
        .doUpdate()
        .set(LEXICON_TERMS.TERM, DSL.excluded(LEXICON_TERMS.TERM))
        .set(LEXICON_TERMS.REPLACEMENT, DSL.excluded(LEXICON_TERMS.REPLACEMENT))
        .set(LEXICON_TERMS.SOURCE, TermRows.broughtBy(LEXICON_TERMS.SOURCE))
        .set(LEXICON_TERMS.CREATED_BY, TermRows.broughtBy(LEXICON_TERMS.CREATED_BY))
        .set(LEXICON_TERMS.IS_ACTIVE, true)
        .execute();
  }

  private ImportReport report(Consumer<ImportedRow> rows) {
    ImportTally tally = new ImportTally();
    try (Cursor<Record3<Long, String, String>> judged =
        dsl.select(ImportTables.NUMBER, ImportTables.TERM, ImportTables.VERDICT)
            .from(ImportTables.ROWS)
            .orderBy(ImportTables.NUMBER)
            .fetchSize(FETCH_SIZE)
            .fetchLazy()) {
      for (Record3<Long, String, String> each : judged) {
        ImportedRow row =
            new ImportedRow(each.value1(), each.value2(), ImportVerdict.valueOf(each.value3()));
        tally.add(row);
        rows.accept(row);
      }
    }
    return tally.report();
  }
}
