package io.speechtotext.app.feedback;

import static io.speechtotext.jooq.Tables.FEEDBACK;

import io.speechtotext.app.database.NewestFirst;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.paging.CreatedAt;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.jooq.tables.pojos.Feedback;
import io.speechtotext.jooq.tables.records.FeedbackRecord;
import java.util.List;
import java.util.Optional;

/** Feedback in the database. Thread-safe; each method is one statement. */
public final class FeedbackRepository {

  private static final NewestFirst NEWEST_FIRST = new NewestFirst(FEEDBACK.CREATED_AT, FEEDBACK.ID);

  private final Statements statements;

  /** A repository on the service's database. */
  public FeedbackRepository(Statements statements) {
    this.statements = statements;
  }

  /**
   * Creates feedback that waits for its review.
   *
   * @return the feedback as it now stands in the database
   * @throws ConflictException when there is no such job
   */
  public Feedback create(NewFeedback feedback) {
    FeedbackRecord row = new FeedbackRecord();
    row.setJobId(feedback.jobId());
    row.setOriginalText(feedback.originalText());
    row.setCorrectedText(feedback.correctedText());
    row.setFeedbackType(feedback.feedbackType());
    row.setLexiconId(feedback.lexiconId());
    row.setConfidence(feedback.confidence());
    row.setReviewNotes(feedback.notes());
    row.setCreatedBy(feedback.createdBy());
    return statements.write(
        Repeating.UNSAFE,
        dsl -> dsl.insertInto(FEEDBACK).set(row).returning().fetchSingle().into(Feedback.class));
  }

  /** The feedback with that id. */
  public Optional<Feedback> findById(int id) {
    return statements.read(
        dsl ->
            dsl.selectFrom(FEEDBACK).where(FEEDBACK.ID.eq(id)).fetchOptionalInto(Feedback.class));
  }

  /** All feedback, newest first. */
  public Page<Feedback, CreatedAt> list(PageRequest<CreatedAt> request) {
    List<Feedback> read =
        statements.read(
            dsl ->
                dsl.selectFrom(FEEDBACK)
                    .where(NEWEST_FIRST.after(request.after()))
                    .orderBy(NEWEST_FIRST.order())
                    .limit(request.limit() + 1)
                    .fetchInto(Feedback.class));
    return Page.of(read, request.limit(), each -> new CreatedAt(each.createdAt(), each.id()));
  }
}
