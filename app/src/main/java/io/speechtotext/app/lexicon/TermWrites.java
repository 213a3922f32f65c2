package io.speechtotext.app.lexicon;

import static io.speechtotext.jooq.Tables.LEXICON_TERMS;

import io.speechtotext.app.database.Parameters;
import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.jooq.Routines;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.impl.DSL;

/** The statements that write single terms. */
final class TermWrites {

  /** Inserts a term or brings a removed one back; has no row when an active one is there. */
  static final Prepared<NewLexiconTerm, Optional<LexiconTerm>> CREATE =
      Prepared.optional("lexicon.create", TermWrites::create, TermRows::read);

  static final Prepared<TermKey, Integer> REMOVE =
      Prepared.count("lexicon.remove", TermWrites::remove);

  private TermWrites() {}

  /**
   * What became of a term.
   *
   * @param closesACycle whether it was left alone because its replacement would lead back to it
   * @param term as it now stands; empty when it was left alone
   */
  record Outcome(boolean closesACycle, Optional<LexiconTerm> term) {

    private static final Outcome REFUSED = new Outcome(true, Optional.empty());

    /** The term, if it was not left alone for another reason. */
    Optional<LexiconTerm> orRefused() {
      if (closesACycle) {
        throw new InvalidValueException(
            "term.replacement", "must not lead back to the term by other terms of the lexicon");
      }
      return term;
    }
  }

  // The lock is a statement of its own in both: what the next one sees is then as new as the lock.

  static Outcome create(DSLContext dsl, NewLexiconTerm term) {
    LexiconLock.MAKE.in(dsl, term.lexicon());
    // No term has that id.
    TermChange link =
        new TermChange(new TermKey(term.lexicon(), 0), term.term(), term.replacement());
    return TermCycle.isClosedBy(dsl, link)
        ? Outcome.REFUSED
        : new Outcome(false, CREATE.in(dsl, term));
  }

  static Outcome change(DSLContext dsl, TermChange change) {
    LexiconLock.FIND.in(dsl, change.key().lexiconId());
    return TermCycle.isClosedBy(dsl, change)
        ? Outcome.REFUSED
        : new Outcome(false, TermChange.CHANGE.in(dsl, change));
  }

  private static ResultQuery<?> create(DSLContext dsl, Parameters<NewLexiconTerm> term) {
    Param<String> text = term.bind(LEXICON_TERMS.TERM, each -> each.term().value());
    return dsl.insertInto(
            LEXICON_TERMS,
            LEXICON_TERMS.LEXICON_ID,
            LEXICON_TERMS.TERM,
            LEXICON_TERMS.NORMALIZED_TERM,
            LEXICON_TERMS.REPLACEMENT,
            LEXICON_TERMS.CATEGORY,
            LEXICON_TERMS.LANGUAGE,
            LEXICON_TERMS.SOURCE,
            LEXICON_TERMS.CREATED_BY)
        .select(
            DSL.select(
                term.bind(LEXICON_TERMS.LEXICON_ID, each -> each.lexicon().value()),
                text,
                Routines.normalizeTerm(text),
                term.bind(LEXICON_TERMS.REPLACEMENT, each -> each.replacement().value()),
                term.bind(LEXICON_TERMS.CATEGORY, NewLexiconTerm::category),
                term.bind(LEXICON_TERMS.LANGUAGE, NewLexiconTerm::language),
                term.bind(LEXICON_TERMS.SOURCE, NewLexiconTerm::source),
                term.bind(LEXICON_TERMS.CREATED_BY, NewLexiconTerm::createdBy)))
        .onConflict(LEXICON_TERMS.LEXICON_ID, LEXICON_TERMS.NORMALIZED_TERM)
        .doUpdate()
        .set(LEXICON_TERMS.TERM, DSL.excluded(LEXICON_TERMS.TERM))
        .set(LEXICON_TERMS.REPLACEMENT, DSL.excluded(LEXICON_TERMS.REPLACEMENT))
        .set(LEXICON_TERMS.CATEGORY, DSL.excluded(LEXICON_TERMS.CATEGORY))
        .set(LEXICON_TERMS.LANGUAGE, DSL.excluded(LEXICON_TERMS.LANGUAGE))
        .set(LEXICON_TERMS.SOURCE, DSL.excluded(LEXICON_TERMS.SOURCE))
        .set(LEXICON_TERMS.CREATED_BY, DSL.excluded(LEXICON_TERMS.CREATED_BY))
        .set(LEXICON_TERMS.IS_ACTIVE, true)
        .where(LEXICON_TERMS.IS_ACTIVE.isFalse())
        .returningResult(TermRows.COLUMNS);
  }

  private static RowCountQuery remove(DSLContext dsl, Parameters<TermKey> key) {
    CommonTableExpression<Record1<String>> locked =
        LexiconLock.before(
            LexiconLock.finding(dsl, key.bind(LEXICON_TERMS.LEXICON_ID, TermKey::lexiconId)));
    return dsl.with(locked)
        .update(LEXICON_TERMS)
        .set(LEXICON_TERMS.IS_ACTIVE, false)
        .from(locked)
        .where(LEXICON_TERMS.ID.eq(key.bind(LEXICON_TERMS.ID, TermKey::id)))
        .and(LEXICON_TERMS.LEXICON_ID.eq(locked.field(LEXICON_TERMS.LEXICON_ID)));
  }
}
