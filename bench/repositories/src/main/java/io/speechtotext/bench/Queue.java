package io.speechtotext.bench;

import io.speechtotext.app.SpeechToText;
import io.speechtotext.app.job.ClaimedJob;
import io.speechtotext.app.job.Completion;
import io.speechtotext.bench.SentSql.Operation;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

/** Jobs claimed and completed, against db-scheduler in its best mode and pgbench. */
final class Queue {

  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Completion DONE = Completion.of("written");

  private final Setup setup;
  private final SpeechToText data;
  private final int clients;
  private final int jobs;

  Queue(Setup setup, SpeechToText data, int clients, int jobs) {
    this.setup = setup;
    this.data = data;
    this.clients = clients;
    this.jobs = jobs;
  }

  /** In turns with db-scheduler; both work through as many. */
  void againstDbScheduler(DataSource pool, int rounds) throws Exception {
    DbScheduler rival = new DbScheduler(pool, clients);
    List<Double> mine = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    for (int round = -1; round < rounds; round++) {
      double ours = throughput(10);
      rival.prepare(jobs);
      double its = rival.throughput(jobs);
      if (round >= 0) {
        mine.add(ours);
        theirs.add(its);
      }
    }
    print("claim 10, complete each", "db-scheduler, lock-and-fetch", mine, theirs);
  }

  /** One claimed and completed at a time, in turns with the same two statements by pgbench. */
  void againstPgBench(Path program, int rounds) throws Exception {
    String script = script();
    List<Double> mine = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    PgBench rival = new PgBench(program, setup.database(), clients);
    for (int round = -1; round < rounds; round++) {
      double ours = throughput(1);
      addPending(jobs * 4);
      double its = rival.throughput(script, Duration.ofSeconds(5));
      if (round >= 0) {
        mine.add(ours);
        theirs.add(its);
      }
    }
    print("claim 1, complete", "pgbench", mine, theirs);
  }

  /** Jobs a second, claimed so many at a time and completed one by one, until none is left. */
  double throughput(int atOnce) throws Exception {
    addPending(jobs);
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    LongAdder done = new LongAdder();
    long begin = System.nanoTime();
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        workers.add(threads.submit(() -> work(atOnce, done)));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
      return done.sum() * 1e9 / (System.nanoTime() - begin);
    } finally {
      threads.shutdownNow();
    }
  }

  private void work(int atOnce, LongAdder done) {
    List<ClaimedJob> claimed = data.jobs().claim("bench", atOnce, LEASE);
    while (!claimed.isEmpty()) {
      claimed.forEach(job -> data.jobs().complete(job.lease(), DONE));
      done.add(claimed.size());
      claimed = data.jobs().claim("bench", atOnce, LEASE);
    }
  }

  private void addPending(int count) throws SQLException {
    setup.execute("DELETE FROM jobs WHERE status IN ('pending', 'processing')");
    setup.execute(
        """
        INSERT INTO jobs (job_id, status, api_key_id)
        SELECT md5(random()::text || n)::uuid::text, 'pending', 1 FROM generate_series(1, %d) AS n
        """
            .formatted(count));
    setup.execute("VACUUM ANALYZE jobs");
  }

  private String script() throws Exception {
    addPending(100);
    String claim = SentSql.of(setup, claimOnly());
    addPending(100);
    String complete = SentSql.of(setup, this::claimAndComplete);
    return filled(claim, "'bench'", "'11111111-1111-1111-1111-111111111111'", "300000000")
        + " \\gset\n"
        + filled(
            complete, "'written'", "null", "null", "null", "null", "null", "null", "null", ":id",
            "'11111111-1111-1111-1111-111111111111'")
        + ";\n";
  }

  private static Operation claimOnly() {
    return to -> to.jobs().claim("bench", 1, LEASE);
  }

  private void claimAndComplete(SpeechToText to) {
    to.jobs().claim("bench", 1, LEASE).forEach(job -> to.jobs().complete(job.lease(), DONE));
  }

  private static String filled(String sql, String... values) {
    String filled = sql;
    for (int i = values.length; i > 0; i--) {
      filled = filled.replace("$" + i, values[i - 1]);
    }
    return filled;
  }

  private static void print(String thing, String rival, List<Double> mine, List<Double> theirs) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < mine.size(); i++) {
      ratios.add(mine.get(i) / theirs.get(i));
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | ours %.0f/s | %s %.0f/s | %.2f |%n",
        thing,
        Median.of(mine),
        rival,
        Median.of(theirs),
        Median.of(ratios));
  }
}
