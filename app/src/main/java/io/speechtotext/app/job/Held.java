package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.database.Values;
import io.speechtotext.app.failure.RefusedTransitionException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;

/**
 * Whether a lease still holds, and what is the matter when it does not. The token stays in the row
 * until another takes its place: so a write that is repeated, because its answer was lost, is known
 * to have been done.
 */
final class Held {

  private static final Prepared<Lease, Optional<Standing>> STANDING =
      Prepared.optional(
          "jobs.standing",
          (dsl, lease) ->
              dsl.select(Standing.COLUMNS)
                  .from(JOBS)
                  .where(JOBS.ID.eq(lease.bind(JOBS.ID, Lease::id))),
          Standing::of);

  private final Statements statements;

  Held(Statements statements) {
    this.statements = statements;
  }

  /**
   * Holds for the row that the lease is of, for as long as nobody else has it. The status is not
   * asked for: where the server believes that few jobs have it, it looks for them, and not for the
   * id.
   */
  static <P> Condition by(Values<P> values, Function<P, Lease> lease) {
    return JOBS.ID
        .eq(values.bind(JOBS.ID, lease.andThen(Lease::id)))
        .and(JOBS.LEASE_TOKEN.eq(values.bind(JOBS.LEASE_TOKEN, lease.andThen(Lease::token))))
        .and(JOBS.LEASE_EXPIRES_AT.isNotNull());
  }

  /**
   * How the job stands when a write that was to end the lease met no row.
   *
   * @param endings what it would have led to: then it has been done before
   * @throws RefusedTransitionException when the lease was lost
   */
  Standing ended(Lease lease, Set<JobStatus> endings) {
    return leftBy(lease, endings).orElseThrow(() -> lost(lease));
  }

  /** The same; empty when the lease was lost. */
  Optional<Standing> leftBy(Lease lease, Set<JobStatus> endings) {
    return standing(lease).filter(job -> job.isLeftBy(lease) && endings.contains(job.status()));
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
    return statements.read(STANDING, lease);
  }
}
