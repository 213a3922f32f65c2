package io.speechtotext.app.lexicon;

import static io.speechtotext.jooq.Tables.LEXICON_TERMS;

import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.failure.NotFoundException;
import io.speechtotext.app.failure.Rule;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import java.util.Optional;

/**
 * Single terms of lexicons. Thread-safe. What concerns a whole lexicon: {@link LexiconRepository}.
 */
public final class LexiconTermRepository {

  private final Statements statements;

  /** A repository on the service's database, or in a transaction. */
  public LexiconTermRepository(Statements statements) {
    this.statements = statements;
  }

  /**
   * Creates a term; one that was removed comes back to life, with its id and all that is new.
   *
   * @return the term as it now stands in the database
   * @throws ConflictException when the lexicon has an active term of the same normalized form
   */
  public LexiconTerm create(NewLexiconTerm term) {
    return statements
        .write(Repeating.UNSAFE, dsl -> TermWrites.create(dsl, term).fetchOptional(TermRows::read))
        .orElseThrow(() -> new ConflictException(Rule.TERM_TAKEN));
  }

  /** The term with that id, active or not. */
  public Optional<LexiconTerm> find(LexiconId lexicon, int id) {
    return statements.read(
        dsl ->
            dsl.select(TermRows.COLUMNS)
                .from(LEXICON_TERMS)
                .where(LEXICON_TERMS.ID.eq(id))
                .and(LEXICON_TERMS.LEXICON_ID.eq(lexicon.value()))
                .fetchOptional(TermRows::read));
  }

  /**
   * Changes what an active term reads and what is written for it. A removed term of the new form
   * makes way: it gives up its form.
   *
   * @return the term as it now stands in the database
   * @throws NotFoundException when the lexicon has no active term with that id
   * @throws ConflictException when another active term of the lexicon has the new form
   */
  public LexiconTerm change(LexiconId lexicon, int id, TermText term, TermText replacement) {
    return statements
        .atomically(
            Repeating.SAFE,
            dsl -> {
              LexiconLock.finding(dsl, lexicon).execute();
              TermWrites.makeWay(dsl, lexicon, id, term).execute();
              return TermWrites.change(dsl, lexicon, id, term, replacement)
                  .fetchOptional(TermRows::read);
            })
        .orElseThrow(() -> new NotFoundException("active term", id));
  }

  /**
   * Removes a term: transcripts ignore it from now on. Its row stays, so that it can come back;
   * removing it again changes nothing.
   *
   * @throws NotFoundException when the lexicon never had a term with that id
   */
  public void remove(LexiconId lexicon, int id) {
    int removed =
        statements.write(Repeating.SAFE, dsl -> TermWrites.remove(dsl, lexicon, id).execute());
    if (removed != 1) {
      throw new NotFoundException("term", id);
    }
  }

  /**
   * The active terms of a lexicon, by normalized form in the order of its code points, which is
   * also the position in the list. A lexicon that is not there has an empty list.
   */
  public Page<LexiconTerm, String> list(LexiconId lexicon, PageRequest<String> request) {
    return search(lexicon, "", request);
  }

  /**
   * The active terms whose normalized form begins as that of {@code beginning} does, in the order
   * of {@link #list}. No character is a wildcard.
   */
  public Page<LexiconTerm, String> search(
      LexiconId lexicon, String beginning, PageRequest<String> request) {
    return Page.of(
        statements.read(
            dsl -> TermLists.page(dsl, lexicon, beginning, request).fetch(TermRows::read)),
        request.limit(),
        LexiconTerm::normalizedTerm);
  }
}
