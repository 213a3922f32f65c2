package io.speechtotext.app.lexicon;

import static io.speechtotext.jooq.Tables.LEXICONS;

import io.speechtotext.app.database.Prepared;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;

/**
 * The row of a lexicon, at which its writers queue up. Each takes it before it touches a term, for
 * the trigger that counts versions takes it afterwards: two writers that met at a term first would
 * wait for each other.
 */
final class LexiconLock {

  private static final String NAME = "locked";

  /** {@link #making}, for a statement of its own. */
  static final Prepared<LexiconId, Optional<String>> MAKE =
      Prepared.optional(
          "lexicon.lock_or_make",
          (dsl, lexicon) -> making(dsl, lexicon.bind(LEXICONS.LEXICON_ID, LexiconId::value)),
          row -> row.get(LEXICONS.LEXICON_ID));

  /** {@link #finding}, for a statement of its own. */
  static final Prepared<String, Optional<String>> FIND =
      Prepared.optional(
          "lexicon.lock",
          (dsl, lexicon) -> finding(dsl, lexicon.bind(LEXICONS.LEXICON_ID, Function.identity())),
          row -> row.get(LEXICONS.LEXICON_ID));

  private LexiconLock() {}

  /** Locks the row until the transaction ends; makes it for a lexicon that is new. */
  private static ResultQuery<Record1<String>> making(DSLContext dsl, Field<String> lexicon) {
    return dsl.insertInto(LEXICONS)
        .set(LEXICONS.LEXICON_ID, lexicon)
        .onConflict(LEXICONS.LEXICON_ID)
        .doUpdate()
        .set(LEXICONS.UPDATED_AT, LEXICONS.UPDATED_AT)
        .returningResult(LEXICONS.LEXICON_ID);
  }

  /** Locks the row until the transaction ends; finds none for a lexicon that never had a term. */
  static ResultQuery<Record1<String>> finding(DSLContext dsl, Field<String> lexicon) {
    return dsl.select(LEXICONS.LEXICON_ID)
        .from(LEXICONS)
        .where(LEXICONS.LEXICON_ID.eq(lexicon))
        .forNoKeyUpdate();
  }

  /** For a statement that selects from it, and so begins with it. */
  static CommonTableExpression<Record1<String>> before(ResultQuery<Record1<String>> lock) {
    return DSL.name(NAME).fields(LEXICONS.LEXICON_ID.getUnqualifiedName()).as(lock);
  }
}
