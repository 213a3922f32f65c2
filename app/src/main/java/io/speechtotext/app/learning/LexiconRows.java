package io.speechtotext.app.learning;

import static io.speechtotext.jooq.Tables.LEXICONS;

import io.speechtotext.jooq.tables.records.LexiconRecord;
import java.util.Collection;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.InsertValuesStep1;
import org.jooq.Query;

/**
 * The rows of lexicons, at which their writers queue up before they touch a term. In one order,
 * that of bytes, so that two workers never wait for each other, nor a worker and an import.
 */
final class LexiconRows {

  private LexiconRows() {}

  /** Locks them until the transaction ends; makes those that are missing. */
  static Query lock(DSLContext dsl, Collection<String> lexiconIds) {
    InsertValuesStep1<LexiconRecord, String> insert = dsl.insertInto(LEXICONS, LEXICONS.LEXICON_ID);
    for (String lexiconId : new TreeSet<>(lexiconIds)) {
      insert = insert.values(lexiconId);
    }
    return insert
        .onConflict(LEXICONS.LEXICON_ID)
        .doUpdate()
        .set(LEXICONS.UPDATED_AT, LEXICONS.UPDATED_AT);
  }
}
