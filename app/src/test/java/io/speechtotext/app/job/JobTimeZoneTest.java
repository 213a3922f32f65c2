package io.speechtotext.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TimeZone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The old service sent times without a zone: on a server in Tehran they were three and a half hours
 * off.
 */
@Isolated("It sets the time zone of the process.")
class JobTimeZoneTest extends JobTest {

  private static final TimeZone OF_THIS_MACHINE = TimeZone.getDefault();

  JobTimeZoneTest(ThrowawayDatabase copy) throws SQLException {
    super(inTehran(copy));
  }

  // The driver tells each session the zone of its own machine, which then counts.
  private static ThrowawayDatabase inTehran(ThrowawayDatabase copy) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tehran"));
    try (Connection connection = copy.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER DATABASE " + copy.name() + " SET timezone = 'Asia/Tehran'");
    }
    return copy;
  }

  @AfterEach
  void leaveTehran() {
    TimeZone.setDefault(OF_THIS_MACHINE);
  }

  @Test
  void theServersZoneShiftsNoTime() throws SQLException {
    assertThat(database.rows("SHOW timezone")).containsExactly("Asia/Tehran");
    int key = database.newKey();
    UUID jobId = UUID.randomUUID();
    JobSummary made = jobs.submit(NewJob.of(jobId, Audio.UNKNOWN).by(Submitter.holding(key))).job();
    Lease lease = jobs.claim("worker", 1, MINUTE).get(0).lease();
    Instant expiresAt = jobs.heartbeat(lease);
    jobs.complete(lease, Completion.of("text"));
    JobTimes times = jobs.findForOwner(jobId, key).orElseThrow().summary().times();

    assertThat(epochMicros("created_at")).isEqualTo(micros(times.createdAt()));
    assertThat(times.createdAt()).isEqualTo(made.times().createdAt());
    assertThat(epochMicros("completed_at")).isEqualTo(micros(times.completedAt()));
    assertThat(Duration.between(times.completedAt(), expiresAt))
        .isBetween(Duration.ofSeconds(30), MINUTE);
    assertThat(database.rows("SELECT now() - created_at < interval '1 minute' FROM jobs"))
        .containsExactly("t");
  }

  private long epochMicros(String column) throws SQLException {
    return Long.parseLong(
        database
            .rows("SELECT (extract(epoch FROM " + column + ") * 1000000)::bigint FROM jobs")
            .get(0));
  }

  private static long micros(@Nullable Instant time) {
    assertThat(time).isNotNull();
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }
}
