package io.speechtotext.app;

import io.speechtotext.app.apikey.ApiKeyRepository;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.feedback.FeedbackRepository;
import io.speechtotext.app.job.JobRepository;
import io.speechtotext.app.learning.LearningRepository;
import io.speechtotext.app.lexicon.LexiconRepository;
import io.speechtotext.app.lexicon.LexiconTermRepository;
import java.util.function.Function;

/** All repositories, over one pool or in one transaction. */
public interface Repositories {

  /** Who may call the service. */
  ApiKeyRepository apiKeys();

  /** Recordings on their way to text. */
  JobRepository jobs();

  /** Whole lexicons: to load, import and export. */
  LexiconRepository lexicons();

  /** Words, and what they are to become. */
  LexiconTermRepository terms();

  /** What people say of the texts. */
  FeedbackRepository feedback();

  /** Approved corrections on their way to lexicons. */
  LearningRepository learning();

  /**
   * For queries of a service's own, in jOOQ over the typed classes, with the same timeouts and
   * failures, and in the same transaction.
   */
  Statements statements();

  /**
   * Runs operations that happen together or not at all; joins the transaction that it is called in.
   * What {@code work} throws undoes them. So does a failure that {@code work} catches and keeps to
   * itself: it is thrown again at the end.
   *
   * <p>When the server has to undo it, because others changed the same rows at the same time, it is
   * run again; so {@code work} must have no effects besides, and must use what it is given rather
   * than the repositories outside, which are not in the transaction.
   *
   * @throws io.speechtotext.app.failure.DataException when it was not done; {@link
   *     io.speechtotext.app.failure.UnavailableException} when that, or whether, is not known
   */
  <T> T transaction(Function<Repositories, T> work);
}
