package io.speechtotext.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.speechtotext.app.SpeechToText;
import io.speechtotext.throwaway.ThrowawayDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** All comparisons, one after the other, on one server and one database. */
public final class Main {

  private Main() {}

  /** Takes the number of finished jobs, of clients and of rounds, and where pgbench is, if at all. */
  public static void main(String[] arguments) throws Exception {
    int finishedJobs = Integer.parseInt(arguments[0]);
    int clients = Integer.parseInt(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    Optional<Path> pgbench =
        arguments.length > 3 ? Optional.of(Path.of(arguments[3])) : Optional.empty();
    try (Setup setup = Setup.start(false)) {
      setup.seed(finishedJobs);
      try (SpeechToText data = setup.open(clients);
          HikariDataSource pool = pool(setup.database(), clients)) {
        Duel duel = new Duel(new Window(clients, Duration.ofSeconds(2)), rounds);
        System.out.println("| what | ours | rival | ratio |\n| --- | ---: | ---: | ---: |");
        new SingleRows(setup, data, pool, duel, finishedJobs).run();
        Queue queue = new Queue(setup, data, clients, 10_000);
        queue.againstDbScheduler(pool, rounds);
        if (pgbench.isPresent()) {
          queue.againstPgBench(pgbench.get(), rounds);
        }
        new Imports(setup, data).run(rounds);
        new Pages(data).run(rounds);
      }
    }
  }

  private static HikariDataSource pool(ThrowawayDatabase database, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.jdbcUrl());
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setMaximumPoolSize(connections);
    return new HikariDataSource(config);
  }
}
