package io.speechtotext.app.lexicon;

import static io.speechtotext.jooq.Tables.LEXICON_TERMS;

import java.util.List;
import org.jooq.Field;
import org.jooq.Record;

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

  static LexiconTerm read(Record row) {
    return new LexiconTerm(
        row.get(LEXICON_TERMS.ID),
        new LexiconId(row.get(LEXICON_TERMS.LEXICON_ID)),
        row.get(LEXICON_TERMS.TERM),
        row.get(LEXICON_TERMS.NORMALIZED_TERM),
        row.get(LEXICON_TERMS.REPLACEMENT),
        row.get(LEXICON_TERMS.CATEGORY),
        row.get(LEXICON_TERMS.LANGUAGE),
        row.get(LEXICON_TERMS.SOURCE),
        row.get(LEXICON_TERMS.IS_ACTIVE),
        row.get(LEXICON_TERMS.CREATED_BY),
        row.get(LEXICON_TERMS.CREATED_AT),
        row.get(LEXICON_TERMS.UPDATED_AT));
  }
}
