package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * How a job stands.
 *
 * @param lastToken of the lease that it was last taken under; null when it was taken away
 */
record Standing(JobStatus status, Instant nextAttemptAt, @Nullable UUID lastToken) {

  static final List<Field<?>> COLUMNS =
      List.of(JOBS.STATUS, JOBS.NEXT_ATTEMPT_AT, JOBS.LEASE_TOKEN);

  static Standing of(Row row) {
    return new Standing(
        JobStatus.of(row.get(JOBS.STATUS)),
        row.get(JOBS.NEXT_ATTEMPT_AT),
        row.find(JOBS.LEASE_TOKEN));
  }

  boolean isLeftBy(Lease lease) {
    return lease.token().equals(lastToken);
  }

  /** When it will be tried again; empty when it will not. */
  Optional<Instant> nextAttempt() {
    return status == JobStatus.PENDING ? Optional.of(nextAttemptAt) : Optional.empty();
  }
}
