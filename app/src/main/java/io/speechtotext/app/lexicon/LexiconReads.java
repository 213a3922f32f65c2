package io.speechtotext.app.lexicon;

import static io.speechtotext.jooq.Tables.LEXICONS;
import static io.speechtotext.jooq.Tables.LEXICON_TERMS;

import io.speechtotext.app.database.Parameters;
import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.paging.PageRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collector;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/** The statements that read whole lexicons. */
final class LexiconReads {

  private static final Condition ITS_ACTIVE_TERMS =
      LEXICON_TERMS.LEXICON_ID.eq(LEXICONS.LEXICON_ID).and(LEXICON_TERMS.IS_ACTIVE);
  private static final Field<Integer> ACTIVE_TERMS =
      DSL.field(DSL.selectCount().from(LEXICON_TERMS).where(ITS_ACTIVE_TERMS)).as("active_terms");

  /** Has no row for a lexicon that never had a term. */
  static final Prepared<LexiconId, Optional<Long>> VERSION =
      Prepared.optional("lexicon.version", LexiconReads::version, row -> row.get(LEXICONS.VERSION));

  private LexiconReads() {}

  /** One more than the page holds. */
  static ResultQuery<? extends Record> page(DSLContext dsl, PageRequest<LexiconId> request) {
    Condition after =
        request
            .after()
            .map(last -> LEXICONS.LEXICON_ID.gt(last.value()))
            .orElseGet(DSL::noCondition);
    return those(dsl, after).orderBy(LEXICONS.LEXICON_ID).limit(request.limit() + 1);
  }

  static ResultQuery<? extends Record> one(DSLContext dsl, LexiconId lexicon) {
    return those(dsl, LEXICONS.LEXICON_ID.eq(lexicon.value()));
  }

  private static SelectConditionStep<? extends Record> those(DSLContext dsl, Condition condition) {
    return dsl.select(LEXICONS.LEXICON_ID, LEXICONS.VERSION, LEXICONS.UPDATED_AT, ACTIVE_TERMS)
        .from(LEXICONS)
        .where(DSL.exists(DSL.selectOne().from(LEXICON_TERMS).where(ITS_ACTIVE_TERMS)))
        .and(condition);
  }

  static Lexicon lexicon(Record row) {
    return new Lexicon(
        new LexiconId(row.get(LEXICONS.LEXICON_ID)),
        row.get(LEXICONS.VERSION),
        row.get(ACTIVE_TERMS),
        row.get(LEXICONS.UPDATED_AT));
  }

  private static ResultQuery<?> version(DSLContext dsl, Parameters<LexiconId> lexicon) {
    return dsl.select(LEXICONS.VERSION)
        .from(LEXICONS)
        .where(LEXICONS.LEXICON_ID.eq(lexicon.bind(LEXICONS.LEXICON_ID, LexiconId::value)));
  }

  /** Version and terms by one statement, so that they are of one moment. */
  static LoadedLexicon load(DSLContext dsl, LexiconId lexicon) {
    return map(dsl, lexicon).collect(loaded(lexicon));
  }

  static Select<Record3<Long, String, String>> map(DSLContext dsl, LexiconId lexicon) {
    return dsl.select(LEXICONS.VERSION, LEXICON_TERMS.TERM, LEXICON_TERMS.REPLACEMENT)
        .from(LEXICONS)
        .leftJoin(LEXICON_TERMS)
        .on(ITS_ACTIVE_TERMS)
        .where(LEXICONS.LEXICON_ID.eq(lexicon.value()))
        .orderBy(LEXICON_TERMS.ID);
  }

  // Of two rows that read alike, such as an adopted database may have, the older one counts.
  private static Collector<Record3<Long, String, String>, ?, LoadedLexicon> loaded(
      LexiconId lexicon) {
    return Collector.of(
        () -> new Loading(lexicon), Loading::add, (left, right) -> left, Loading::finished);
  }

  private static final class Loading {

    private final LexiconId lexicon;
    private final Map<String, String> replacements = new HashMap<>();
    private long version;

    Loading(LexiconId lexicon) {
      this.lexicon = lexicon;
    }

    void add(Record3<Long, String, String> row) {
      version = row.value1();
      // A lexicon whose terms were all removed has one row, and no term in it.
      if (row.value2() != null) {
        replacements.putIfAbsent(row.value2(), row.value3());
      }
    }

    LoadedLexicon finished() {
      return new LoadedLexicon(lexicon, version, replacements);
    }
  }

  /** All active terms, in the order of their lists. */
  static ResultQuery<Record2<String, String>> export(DSLContext dsl, LexiconId lexicon) {
    return dsl.select(LEXICON_TERMS.TERM, LEXICON_TERMS.REPLACEMENT)
        .from(LEXICON_TERMS)
        .where(active(lexicon))
        .orderBy(TermReads.KEY);
  }

  static Condition active(LexiconId lexicon) {
    return LEXICON_TERMS.LEXICON_ID.eq(lexicon.value()).and(LEXICON_TERMS.IS_ACTIVE);
  }
}
