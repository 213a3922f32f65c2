package io.speechtotext.app.learning;

import io.speechtotext.app.database.LongWork;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.app.lexicon.LexiconId;
import java.util.List;

/**
 * Turns approved corrections into terms of their lexicons. Many workers, in many processes, may do
 * so at once: each correction is taken by one of them. Thread-safe.
 */
public final class LearningRepository {

  /** The most corrections that are taken at once: a lexicon's other writers wait meanwhile. */
  public static final int MAXIMUM_BATCH = 1000;

  /** What corrections teach that name no lexicon, unless {@link #withDefaultLexicon} says other. */
  public static final LexiconId DEFAULT_LEXICON = LexiconId.of("general");

  private final Statements statements;
  private final LexiconId defaultLexicon;

  /** A repository on the service's database, or in a transaction. */
  public LearningRepository(Statements statements) {
    this(statements, DEFAULT_LEXICON);
  }

  private LearningRepository(Statements statements, LexiconId defaultLexicon) {
    this.statements = statements;
    this.defaultLexicon = defaultLexicon;
  }

  /** The same, for a service that uses another lexicon for jobs that name none. */
  public LearningRepository withDefaultLexicon(LexiconId other) {
    return new LearningRepository(statements, other);
  }

  /**
   * Takes the corrections that were approved first, are not yet processed, and are not being
   * processed by somebody else; puts their terms into their lexicons, with the source {@code
   * feedback} and the frequency of the correction added; and marks them as processed. All of it
   * happens, or nothing. What cannot become a term is noted in the correction's metadata, as {@code
   * refused_terms}.
   *
   * <p>To be called until a batch is empty. Doing it again after an outcome that is not known
   * counts no correction twice.
   *
   * @param limit how many corrections at most, from 1 to {@value #MAXIMUM_BATCH}
   * @throws InvalidValueException when the limit is out of its range
   * @throws io.speechtotext.app.failure.UnavailableException when the database does not answer
   */
  public LearnedBatch learn(int limit) {
    if (limit < 1 || limit > MAXIMUM_BATCH) {
      throw new InvalidValueException(
          "limit", "is from 1 to %d, not %d".formatted(MAXIMUM_BATCH, limit));
    }
    return statements.atomically(
        Repeating.SAFE,
        dsl -> {
          LongWork.begin(dsl);
          List<Correction> corrections = ApprovedCorrections.take(dsl, limit, defaultLexicon);
          return corrections.isEmpty() ? LearnedBatch.EMPTY : new Learning(dsl, corrections).run();
        });
  }
}
