package io.speechtotext.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;

/**
 * The rival queue, in the mode that its documentation recommends for high throughput on PostgreSQL:
 * lock-and-fetch, which picks many with one SKIP LOCKED statement.
 *
 * <p>Its table and indexes are those of its own documentation for PostgreSQL.
 */
final class DbScheduler {

  private static final String TABLE =
      """
      CREATE TABLE IF NOT EXISTS scheduled_tasks (
        task_name text NOT NULL,
        task_instance text NOT NULL,
        task_data bytea,
        execution_time timestamptz NOT NULL,
        picked boolean NOT NULL,
        picked_by text,
        last_success timestamptz,
        last_failure timestamptz,
        consecutive_failures int,
        last_heartbeat timestamptz,
        version bigint NOT NULL,
        priority smallint,
        PRIMARY KEY (task_name, task_instance)
      );
      CREATE INDEX IF NOT EXISTS execution_time_idx ON scheduled_tasks (execution_time);
      CREATE INDEX IF NOT EXISTS last_heartbeat_idx ON scheduled_tasks (last_heartbeat);
      CREATE INDEX IF NOT EXISTS priority_execution_time_idx
        ON scheduled_tasks (priority DESC, execution_time ASC);
      """;

  // What its documentation measured with: fetch again when half a thread's share is left.
  private static final double LOWER_LIMIT = 0.5;
  private static final double UPPER_LIMIT = 4.0;

  private final DataSource database;
  private final int threads;

  DbScheduler(DataSource database, int threads) {
    this.database = database;
    this.threads = threads;
  }

  /** How many tasks it takes with one statement, at most. */
  int fetchedAtOnce() {
    return (int) (threads * UPPER_LIMIT);
  }

  private void prepare(int tasks) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
      statement.execute("TRUNCATE scheduled_tasks");
      statement.execute(
          """
          INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
          SELECT 'transcribe', n::text, now() - interval '1 minute', false, 1
          FROM generate_series(1, %d) AS n
          """
              .formatted(tasks));
      statement.execute("VACUUM ANALYZE scheduled_tasks");
    }
  }

  /** Works through so many, which are all that its table holds; how many a second. */
  double throughput(int tasks) throws InterruptedException, SQLException {
    prepare(tasks);
    CountDownLatch left = new CountDownLatch(tasks);
    OneTimeTask<Void> task =
        Tasks.oneTime("transcribe")
            .execute((instance, context) -> left.countDown());
    Scheduler scheduler =
        Scheduler.create(database, task)
            .threads(threads)
            .pollingInterval(Duration.ofMillis(100))
            .pollUsingLockAndFetch(LOWER_LIMIT, UPPER_LIMIT)
            .build();
    long begin = System.nanoTime();
    scheduler.start();
    left.await();
    double seconds = (System.nanoTime() - begin) / 1e9;
    scheduler.stop();
    return tasks / seconds;
  }
}
