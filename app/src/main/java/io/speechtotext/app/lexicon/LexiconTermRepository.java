package io.speechtotext.app.lexicon;

import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.app.failure.NotFoundException;
import io.speechtotext.app.failure.Rule;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import java.util.List;
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
   * @throws InvalidValueException when the replacement would lead back to the term
   */
  public LexiconTerm create(NewLexiconTerm term) {
    return statements
        .named(TermWrites.CREATE.name())
        .atomically(Repeating.UNSAFE, dsl -> TermWrites.create(dsl, term))
        .orRefused()
        .orElseThrow(() -> new ConflictException(Rule.TERM_TAKEN));
  }

  /** The term with that id, active or not. */
  public Optional<LexiconTerm> find(LexiconId lexicon, int id) {
    return statements.read(TermReads.FIND, new TermKey(lexicon, id));
  }

  /**
   * Changes what an active term reads and what is written for it. A removed term of the new form
   * makes way: it gives up its form.
   *
   * @return the term as it now stands in the database
   * @throws NotFoundException when the lexicon has no active term with that id
   * @throws ConflictException when another active term of the lexicon has the new form
   * @throws InvalidValueException when the replacement would lead back to the term
   */
  public LexiconTerm change(LexiconId lexicon, int id, TermText term, TermText replacement) {
    TermChange change = new TermChange(new TermKey(lexicon, id), term, replacement);
    return statements
        .named(TermChange.CHANGE.name())
        .atomically(Repeating.SAFE, dsl -> TermWrites.change(dsl, change))
        .orRefused()
        .orElseThrow(() -> new NotFoundException("active term", id));
  }

  /**
   * Removes a term: transcripts ignore it from now on. Its row stays, so that it can come back;
   * removing it again changes nothing.
   *
   * @throws NotFoundException when the lexicon never had a term with that id
   */
  public void remove(LexiconId lexicon, int id) {
    int removed = statements.write(Repeating.SAFE, TermWrites.REMOVE, new TermKey(lexicon, id));
    if (removed != 1) {
      throw new NotFoundException("term", id);
    }
  }

  /**
   * The active terms of a lexicon, by normalized form in the order of its code points, which is
   * also the position in the list. A lexicon that is not there has an empty list.
   */
  public Page<LexiconTerm, String> list(LexiconId lexicon, PageRequest<String> request) {
    return page(TermReads.LIST, new TermReads.Part(lexicon, "", request));
  }

  /**
   * The active terms whose normalized form begins as that of {@code beginning} does, in the order
   * of {@link #list}. No character is a wildcard.
   */
  public Page<LexiconTerm, String> search(
      LexiconId lexicon, String beginning, PageRequest<String> request) {
    return page(TermReads.SEARCH, new TermReads.Part(lexicon, beginning, request));
  }

  private Page<LexiconTerm, String> page(
      Prepared<TermReads.Part, List<LexiconTerm>> list, TermReads.Part part) {
    return Page.of(statements.read(list, part), part.page().limit(), LexiconTerm::normalizedTerm);
  }
}
