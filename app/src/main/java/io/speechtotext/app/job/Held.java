package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Statements;
import io.speechtotext.app.failure.RefusedTransitionException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * Whether a lease still holds, and what is the matter when it does not. The token stays in the row
 * until another takes its place: so a write that is repeated, because its answer was lost, is known
 * to have been done.
 */
final class Held {

  /**
   * How a job stands that was once leased.
   *
   * @param isOurs whether that lease was its last
   */
  record Standing(JobStatus status, Instant nextAttemptAt, boolean isOurs) {

    static Standing ours(String status, Instant nextAttemptAt) {
      return new Standing(JobStatus.of(status), nextAttemptAt, true);
    }

    /** When it will be tried again; empty when it will not. */
    Optional<Instant> nextAttempt() {
      return status == JobStatus.PENDING ? Optional.of(nextAttemptAt) : Optional.empty();
    }
  }

  private final Statements statements;

  Held(Statements statements) {
    this.statements = statements;
  }

  /** Holds for the row that the lease is of, for as long as nobody else has it. */
  static Condition by(Lease lease) {
    return JOBS.ID
        .eq(lease.id())
        .and(JOBS.LEASE_TOKEN.eq(lease.token()))
        .and(JOBS.STATUS.eq(DSL.inline(JobStatus.PROCESSING.text())));
  }

  /**
   * How the job stands when a write that was to end the lease met no row.
   *
   * @param endings what it would have led to: then it has been done before
   * @throws RefusedTransitionException when the lease was lost
   */
  Standing ended(Lease lease, Set<JobStatus> endings) {
    return standing(lease)
        .filter(job -> job.isOurs() && endings.contains(job.status()))
        .orElseThrow(() -> lost(lease));
  }

  /** For a write that met no row. */
  RefusedTransitionException lost(Lease lease) {
    return new RefusedTransitionException(
        "job " + lease.jobId(),
        standing(lease)
            .map(job -> "is %s, and no longer leased to this worker".formatted(job.status().text()))
            .orElse("is no longer there"));
  }

  private Optional<Standing> standing(Lease lease) {
    return statements.read(
        dsl ->
            dsl.select(JOBS.STATUS, JOBS.NEXT_ATTEMPT_AT, JOBS.LEASE_TOKEN)
                .from(JOBS)
                .where(JOBS.ID.eq(lease.id()))
                .fetchOptional(
                    row ->
                        new Standing(
                            JobStatus.of(row.get(JOBS.STATUS)),
                            row.get(JOBS.NEXT_ATTEMPT_AT),
                            lease.token().equals(row.get(JOBS.LEASE_TOKEN)))));
  }
}
