package io.speechtotext.app.feedback;

import static io.speechtotext.jooq.Tables.FEEDBACK;

import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.failure.NotFoundException;
import io.speechtotext.app.failure.RefusedTransitionException;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import java.util.Optional;

/**
 * Feedback in the database. Thread-safe; each method is one statement, unless it says otherwise.
 * Feedback is never deleted here, and a job that has some cannot be: reviews are history. Every
 * method throws an {@code UnavailableException} when the database does not answer.
 */
public final class FeedbackRepository {

  private static final FeedbackCounts COUNTS = new FeedbackCounts();

  static final Prepared<Integer, Optional<Feedback>> FINDING =
      Prepared.optional(
          "feedback.find",
          (dsl, id) ->
              dsl.select(FeedbackRows.SELECTED)
                  .from(FEEDBACK)
                  .where(FEEDBACK.ID.eq(id.bind(FEEDBACK.ID, each -> each))),
          FeedbackRows::read);

  private final Statements statements;

  /** A repository on the service's database, or in a transaction. */
  public FeedbackRepository(Statements statements) {
    this.statements = statements;
  }

  /**
   * Takes feedback in; it waits for its review. The same texts again, about the same job, make no
   * second row: the one that is there is counted up, whatever was decided about it, and the rest of
   * it stays as it was. What differs between the texts is computed before, in the caller's thread.
   *
   * <p>When the outcome is not known, sending it again counts it at most once more than it came in.
   *
   * @return the feedback as it now stands in the database
   * @throws NotFoundException when the key has no such job
   * @throws RefusedTransitionException when the job is not completed
   */
  public Feedback submit(NewFeedback feedback) {
    Submitted result =
        statements
            .write(Repeating.UNSAFE, Submission.PUTTING, Submission.of(feedback))
            .orElseThrow(() -> new NotFoundException("job", feedback.jobId()));
    if (result.feedback() == null) {
      throw new RefusedTransitionException(
          "job " + feedback.jobId(),
          "is %s and takes feedback when it is completed".formatted(result.jobStatus()));
    }
    return result.feedback();
  }

  /** The feedback with that id. */
  public Optional<Feedback> find(int id) {
    return statements.read(FINDING, id);
  }

  /**
   * The feedback that fits a filter. Feedback that comes in, or is decided about, between two pages
   * neither repeats nor hides any other.
   */
  public Page<Feedback, FeedbackPosition> list(
      FeedbackFilter filter, FeedbackOrder order, PageRequest<FeedbackPosition> request) {
    return Page.of(
        statements
            .named("feedback.list")
            .read(
                dsl ->
                    dsl.fetch(
                            FeedbackPages.of(order)
                                .page(
                                    FeedbackConditions.of(filter),
                                    request.after(),
                                    request.limit() + 1))
                        .map(FeedbackRows::read)),
        request.limit(),
        Feedback::position);
  }

  /**
   * Decides about feedback that is pending. Of two who decide at once one does so, and the other is
   * refused, by a second statement that says who was first. Deciding the same again, as the same
   * reviewer, changes nothing.
   *
   * @return the feedback as it now stands in the database
   * @throws NotFoundException when there is none with that id
   * @throws RefusedTransitionException when it was decided about already
   */
  public Feedback review(int id, Review review) {
    return statements
        .write(Repeating.SAFE, Reviewing.DECIDING, new Reviewing(id, review))
        .or(() -> find(id).filter(review::isWhatDecided))
        .orElseThrow(() -> refusal(id));
  }

  private RuntimeException refusal(int id) {
    return find(id)
        .<RuntimeException>map(
            decided ->
                new RefusedTransitionException(
                    "feedback " + id,
                    "is %s%s and is not reviewed again"
                        .formatted(decided.status().value(), Reviewing.credit(decided))))
        .orElseGet(() -> new NotFoundException("feedback", id));
  }

  /**
   * Counts the feedback that fits a filter; it reads all of it, from an index where that has it.
   */
  public FeedbackStatistics statistics(FeedbackFilter filter) {
    return statements
        .named("feedback.statistics")
        .read(dsl -> dsl.fetchSingle(COUNTS.of(FeedbackConditions.of(filter))).map(COUNTS::read));
  }
}
