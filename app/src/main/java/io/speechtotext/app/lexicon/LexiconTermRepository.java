package io.speechtotext.app.lexicon;

import static io.speechtotext.jooq.Tables.LEXICON_TERMS;

import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.jooq.tables.pojos.LexiconTerm;
import io.speechtotext.jooq.tables.records.LexiconTermRecord;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Lexicon terms in the database. Thread-safe; each method is one statement. */
public final class LexiconTermRepository {

  private final Statements statements;

  /** A repository on the service's database. */
  public LexiconTermRepository(Statements statements) {
    this.statements = statements;
  }

  /**
   * Creates a term.
   *
   * @return the term as it now stands in the database
   * @throws ConflictException when its lexicon has a term of the same normalized form, active or
   *     not
   */
  public LexiconTerm create(NewLexiconTerm term) {
    LexiconTermRecord row = new LexiconTermRecord();
    row.setLexiconId(term.lexiconId());
    row.setTerm(term.term());
    row.setNormalizedTerm(term.normalizedTerm());
    row.setReplacement(term.replacement());
    row.setCategory(term.category());
    row.setLanguage(term.language());
    row.setSource(term.source());
    row.setCreatedBy(term.createdBy());
    return statements.write(
        Repeating.UNSAFE,
        dsl ->
            dsl.insertInto(LEXICON_TERMS)
                .set(row)
                .returning()
                .fetchSingle()
                .into(LexiconTerm.class));
  }

  /** The term with that id, active or not. */
  public Optional<LexiconTerm> findById(int id) {
    return statements.read(
        dsl ->
            dsl.selectFrom(LEXICON_TERMS)
                .where(LEXICON_TERMS.ID.eq(id))
                .fetchOptionalInto(LexiconTerm.class));
  }

  /**
   * The terms of one lexicon, active or not, by normalized form, which is also the position in the
   * list.
   */
  public Page<LexiconTerm, String> list(String lexiconId, PageRequest<String> request) {
    Condition after =
        request.after().map(LEXICON_TERMS.NORMALIZED_TERM::gt).orElseGet(DSL::noCondition);
    List<LexiconTerm> read =
        statements.read(
            dsl ->
                dsl.selectFrom(LEXICON_TERMS)
                    .where(LEXICON_TERMS.LEXICON_ID.eq(lexiconId))
                    .and(after)
                    .orderBy(LEXICON_TERMS.NORMALIZED_TERM)
                    .limit(request.limit() + 1)
                    .fetchInto(LexiconTerm.class));
    return Page.of(read, request.limit(), LexiconTerm::normalizedTerm);
  }
}
