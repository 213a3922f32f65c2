package io.speechtotext.app;

import io.speechtotext.app.apikey.ApiKeyRepository;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.feedback.FeedbackRepository;
import io.speechtotext.app.job.JobRepository;
import io.speechtotext.app.lexicon.LexiconTermRepository;
import java.util.function.Function;

/** Repositories whose statements run in one place. */
record Bound(
    Statements statements,
    ApiKeyRepository apiKeys,
    JobRepository jobs,
    LexiconTermRepository lexicon,
    FeedbackRepository feedback)
    implements Repositories {

  static Bound to(Statements statements) {
    return new Bound(
        statements,
        new ApiKeyRepository(statements),
        new JobRepository(statements),
        new LexiconTermRepository(statements),
        new FeedbackRepository(statements));
  }

  @Override
  public <T> T transaction(Function<Repositories, T> work) {
    return statements.atomically(Repeating.UNSAFE, dsl -> work.apply(this));
  }
}
