package io.speechtotext.app.lexicon;

import static io.speechtotext.jooq.Tables.LEXICON_TERMS;

import io.speechtotext.app.database.Parameters;
import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.jooq.Routines;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The statements that read single terms, and lists of them. */
final class TermReads {

  /** Which part of a list. */
  record Part(LexiconId lexicon, String beginning, PageRequest<String> page) {

    String composedBeginning() {
      return TermText.composed(beginning);
    }

    // Every form is behind the empty text.
    String after() {
      return page.after().orElse("");
    }

    // One more than the page holds.
    int limit() {
      return page.limit() + 1;
    }
  }

  // No text goes on with a greater character: this comes behind all that begin alike.
  private static final String GREATEST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

  /** In byte order, in every locale: what ix_lexicon_terms_active_list has. */
  static final Field<String> KEY = LEXICON_TERMS.NORMALIZED_TERM.collate("C");

  static final Prepared<TermKey, Optional<LexiconTerm>> FIND =
      Prepared.optional("lexicon.find", TermReads::find, TermRows::read);
  static final Prepared<Part, List<LexiconTerm>> LIST =
      Prepared.list("lexicon.list", TermReads::list, TermRows::read);
  static final Prepared<Part, List<LexiconTerm>> SEARCH =
      Prepared.list("lexicon.search", TermReads::search, TermRows::read);

  private TermReads() {}

  private static ResultQuery<?> find(DSLContext dsl, Parameters<TermKey> key) {
    return dsl.select(TermRows.COLUMNS)
        .from(LEXICON_TERMS)
        .where(LEXICON_TERMS.ID.eq(key.bind(LEXICON_TERMS.ID, TermKey::id)))
        .and(LEXICON_TERMS.LEXICON_ID.eq(key.bind(LEXICON_TERMS.LEXICON_ID, TermKey::lexiconId)));
  }

  private static ResultQuery<?> list(DSLContext dsl, Parameters<Part> part) {
    return part(dsl, part, DSL.noCondition());
  }

  private static ResultQuery<?> search(DSLContext dsl, Parameters<Part> part) {
    Param<String> beginning = part.bind(SQLDataType.VARCHAR, Part::composedBeginning);
    Field<String> from = Routines.normalizeTerm(beginning);
    Field<String> to = DSL.concat(from, DSL.inline(GREATEST_CHARACTER));
    return part(dsl, part, KEY.ge(from).and(KEY.lt(to)));
  }

  private static ResultQuery<?> part(DSLContext dsl, Parameters<Part> part, Condition search) {
    return dsl.select(TermRows.COLUMNS)
        .from(LEXICON_TERMS)
        .where(
            LEXICON_TERMS.LEXICON_ID.eq(
                part.bind(LEXICON_TERMS.LEXICON_ID, each -> each.lexicon().value())))
        .and(LEXICON_TERMS.IS_ACTIVE)
        .and(search)
        .and(KEY.gt(part.bind(LEXICON_TERMS.NORMALIZED_TERM, Part::after)))
        .orderBy(KEY)
        .limit(part.bind(SQLDataType.INTEGER, Part::limit));
  }
}
