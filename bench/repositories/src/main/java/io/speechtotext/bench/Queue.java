package io.speechtotext.bench;

import io.speechtotext.app.SpeechToText;
import io.speechtotext.bench.SentSql.Operation;
import io.speechtotext.bench.Workers.Ending;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;

/** Jobs claimed and completed, against db-scheduler in its best mode and pgbench. */
final class Queue {

  // The first are slow: much is compiled then.
  private static final int WARM_UP_ROUNDS = 3;

  // Some seconds' work each: the ends, when not all have something left to do, count for little.
  private static final int JOBS_IN_BATCHES = 40_000;
  private static final int JOBS_ONE_BY_ONE = 10_000;

  // More keeps jobs waiting for each other, less pays for more statements.
  private static final int BEST_BATCH = 256;

  private final Setup setup;
  private final Workers workers;
  private final int clients;

  Queue(Setup setup, SpeechToText data, int clients) {
    this.setup = setup;
    this.workers = new Workers(setup, data, clients);
    this.clients = clients;
  }

  /** In turns with db-scheduler: as many at a time as it fetches, and as many as suits us best. */
  void againstDbScheduler(DataSource pool, int rounds) throws Exception {
    DbScheduler rival = new DbScheduler(pool, clients);
    int fetched = rival.fetchedAtOnce();
    String name = "db-scheduler, lock-and-fetch";
    Ratios each = new Ratios("claim %d, complete each".formatted(fetched), name);
    Ratios all = new Ratios("claim %1$d, complete %1$d at once".formatted(fetched), name);
    Ratios best = new Ratios("claim %1$d, complete %1$d at once".formatted(BEST_BATCH), name);
    for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
      double oneByOne = workers.throughput(JOBS_ONE_BY_ONE, fetched, Ending.ONE_BY_ONE);
      double atOnce = workers.throughput(JOBS_IN_BATCHES, fetched, Ending.AT_ONCE);
      double inItsBest = rival.throughput(JOBS_IN_BATCHES);
      double inOurBest = workers.throughput(JOBS_IN_BATCHES, BEST_BATCH, Ending.AT_ONCE);
      if (round >= 0) {
        each.add(oneByOne, inItsBest);
        all.add(atOnce, inItsBest);
        best.add(inOurBest, inItsBest);
      }
    }
    each.print();
    all.print();
    best.print();
  }

  /** One claimed and completed at a time, in turns with the same two statements by pgbench. */
  void againstPgBench(Path program, int rounds) throws Exception {
    String script = script();
    PgBench rival = new PgBench(program, setup.database(), clients);
    Ratios ratios = new Ratios("claim 1, complete", "pgbench");
    for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
      double ours = workers.throughput(JOBS_ONE_BY_ONE, 1, Ending.ONE_BY_ONE);
      setup.addPending(JOBS_ONE_BY_ONE * 4);
      double its = rival.throughput(script, Duration.ofSeconds(5));
      if (round >= 0) {
        ratios.add(ours, its);
      }
    }
    ratios.print();
  }

  private String script() throws Exception {
    setup.addPending(100);
    String claim = SentSql.of(setup, claimOnly());
    setup.addPending(100);
    String complete = SentSql.of(setup, this::claimAndComplete);
    return filled(claim, "'bench'", "'11111111-1111-1111-1111-111111111111'", "300000000")
        + " \\gset\n"
        + filled(
            complete, "'written'", "null", "null", "null", "null", "null", "null", "null", ":id",
            "'11111111-1111-1111-1111-111111111111'")
        + ";\n";
  }

  private static Operation claimOnly() {
    return to -> to.jobs().claim("bench", 1, Workers.LEASE);
  }

  private void claimAndComplete(SpeechToText to) {
    to.jobs().claim("bench", 1, Workers.LEASE).forEach(job -> to.jobs().complete(job.lease(), Workers.DONE));
  }

  private static String filled(String sql, String... values) {
    String filled = sql;
    for (int i = values.length; i > 0; i--) {
      filled = filled.replace("$" + i, values[i - 1]);
    }
    return filled;
  }
}
