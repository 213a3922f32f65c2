package io.speechtotext.app;

import io.speechtotext.app.apikey.ApiKeyRepository;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.feedback.FeedbackRepository;
import io.speechtotext.app.job.JobRepository;
import io.speechtotext.app.learning.LearningRepository;
import io.speechtotext.app.lexicon.LexiconRepository;
import io.speechtotext.app.lexicon.LexiconTermRepository;
import java.util.function.Function;

/** Repositories whose statements run in one place. */
record Bound(
    Statements statements,
    ApiKeyRepository apiKeys,
    JobRepository jobs,
    LexiconRepository lexicons,
    LexiconTermRepository terms,
    FeedbackRepository feedback,
    LearningRepository learning)
    implements Repositories {

  /** Those on {@code statements}; keys of the old service are tried as {@code apiKeys} has it. */
  static Bound to(Statements statements, ApiKeyRepository apiKeys) {
    return new Bound(
        statements,
        apiKeys.on(statements),
        new JobRepository(statements),
        new LexiconRepository(statements),
        new LexiconTermRepository(statements),
        new FeedbackRepository(statements),
        new LearningRepository(statements));
  }

  @Override
  public <T> T transaction(Function<Repositories, T> work) {
    return statements.atomically(Repeating.UNSAFE, dsl -> work.apply(this));
  }
}
