package io.speechtotext.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.speechtotext.app.SpeechToText;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** All comparisons, one after the other, on one server and one database. */
public final class Main {

  private Main() {}

  /**
   * Takes the number of finished jobs, of clients and of rounds, and then where pgbench is, if at
   * all; or, after {@code growth}, two numbers of finished jobs, that of clients and of rounds.
   */
  public static void main(String[] arguments) throws Exception {
    System.out.println("| what | | rival | ratio |\n| --- | ---: | ---: | ---: |");
    try (ThrowawayPostgres server = ThrowawayPostgres.start()) {
      if (arguments[0].equals("growth")) {
        grow(server, numbers(arguments, 1, 4));
      } else {
        int[] numbers = numbers(arguments, 0, 3);
        compare(server, numbers[0], numbers[1], numbers[2], Stream.of(arguments).skip(3).findFirst());
      }
    }
  }

  private static int[] numbers(String[] arguments, int from, int count) {
    return Stream.of(arguments).skip(from).limit(count).mapToInt(Integer::parseInt).toArray();
  }

  private static void grow(ThrowawayPostgres server, int[] numbers) throws Exception {
    try (Setup big = Setup.start(server);
        Setup small = Setup.start(server)) {
      new Growth(big, small, numbers[2], numbers[3]).run(numbers[1], numbers[0]);
    }
  }

  private static void compare(
      ThrowawayPostgres server, int finishedJobs, int clients, int rounds, Optional<String> pgbench)
      throws Exception {
    try (Setup setup = Setup.start(server)) {
      setup.seed(finishedJobs);
      try (SpeechToText data = setup.open(clients);
          HikariDataSource pool = pool(setup.database(), clients)) {
        Duel duel = new Duel(new Window(clients, Duration.ofSeconds(2)), rounds);
        new SingleRows(setup, data, pool, duel, finishedJobs).run();
        new Pages(data).run(rounds);
        Queue queue = new Queue(setup, data, clients);
        queue.againstDbScheduler(pool, rounds);
        if (pgbench.isPresent()) {
          queue.againstPgBench(Path.of(pgbench.get()), rounds);
        }
        new Imports(setup, data).run(rounds);
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
