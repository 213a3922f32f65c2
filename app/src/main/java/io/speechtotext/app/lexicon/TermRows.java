package io.speechtotext.app.lexicon;

import static io.speechtotext.jooq.Tables.LEXICON_TERMS;

import io.speechtotext.app.database.Row;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What is read of a term's row. */
final class TermRows {

  static final List<Field<?>> COLUMNS =
      List.of(
          LEXICON_TERMS.ID,
          LEXICON_TERMS.LEXICON_ID,
          LEXICON_TERMS.TERM,
          LEXICON_TERMS.NORMALIZED_TERM,
          LEXICON_TERMS.REPLACEMENT,
          LEXICON_TERMS.CATEGORY,
          LEXICON_TERMS.LANGUAGE,
          LEXICON_TERMS.SOURCE,
          LEXICON_TERMS.IS_ACTIVE,
          LEXICON_TERMS.CREATED_BY,
          LEXICON_TERMS.CREATED_AT,
          LEXICON_TERMS.UPDATED_AT);

  private TermRows() {}

  /**
   * In an upsert: as it is with an active term; with one that comes back, as who brings it says.
   */
  static <T> Field<T> broughtBy(Field<T> column) {
    return DSL.when(LEXICON_TERMS.IS_ACTIVE, column).otherwise(DSL.excluded(column));
  }

  static LexiconTerm read(Row row) {
    return new LexiconTerm(
        row.get(LEXICON_TERMS.ID),
        new LexiconId(row.get(LEXICON_TERMS.LEXICON_ID)),
        row.get(LEXICON_TERMS.TERM),
        row.get(LEXICON_TERMS.NORMALIZED_TERM),
        row.get(LEXICON_TERMS.REPLACEMENT),
        row.find(LEXICON_TERMS.CATEGORY),
        row.find(LEXICON_TERMS.LANGUAGE),
        row.find(LEXICON_TERMS.SOURCE),
        row.get(LEXICON_TERMS.IS_ACTIVE),
        row.find(LEXICON_TERMS.CREATED_BY),
        row.get(LEXICON_TERMS.CREATED_AT),
        row.get(LEXICON_TERMS.UPDATED_AT));
  }
}
