package io.speechtotext.app.job;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests of jobs have in common: a database without jobs. */
@FromTemplate(MigratedSchema.class)
abstract class JobTest {

  static final Duration MINUTE = Duration.ofMinutes(1);

  final JobDatabase database;
  final JobRepository jobs;

  JobTest(ThrowawayDatabase copy) {
    database = new JobDatabase(copy);
    jobs = database.jobs();
  }

  @BeforeEach
  void removeJobs() throws SQLException {
    database.clear();
  }

  @AfterEach
  void closePool() {
    database.close();
  }

  static NewJob newJob() {
    return NewJob.of(UUID.randomUUID(), Audio.keptAt("/audio/1"));
  }

  /** A new job that a worker has. */
  ClaimedJob claimed() {
    jobs.submit(newJob());
    return jobs.claim("worker", 1, MINUTE).get(0);
  }
}
