package io.speechtotext.app;

import io.speechtotext.app.apikey.ApiKeyRepository;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.feedback.FeedbackRepository;
import io.speechtotext.app.job.JobRepository;
import io.speechtotext.app.job.JobSettings;
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

  /** Those on {@code statements}, where {@code apiKeys} already is. */
  static Bound to(Statements statements, ApiKeyRepository apiKeys, JobSettings jobs) {
    return new Bound(
        statements,
        apiKeys,
        new JobRepository(statements, jobs),
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
