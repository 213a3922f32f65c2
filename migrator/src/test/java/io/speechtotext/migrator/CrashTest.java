package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.migrator.session.DatabaseWait;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes are killed, and servers crash, at random moments of a way up. {@code bench/crash} does
 * the same in greater numbers.
 */
@Tag("ci")
class CrashTest {

  private static final int KILLS = Integer.getInteger("crash.kills", 20);
  private static final int STOPS = Integer.getInteger("crash.stops", 5);
  private static final String OTHERS =
      """
      SELECT count(*)
        FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()
      """;

  @TempDir Path path;
  private final Random random = new Random();
  // How many databases were found at each version.
  private final Map<String, Integer> found = new TreeMap<>();

  @Test
  void ofTheProcessLeavesAVersionFromWhichUpCompletes() throws Exception {
    try (ThrowawayPostgres server = ThrowawayPostgres.start()) {
      Boundaries boundaries = Boundaries.of(server, path);
      long all = microsOfAllMigrations(server);
      for (int i = 0; i < KILLS; i++) {
        try (Project project = Project.on(server, path)) {
          kill(project, random.nextLong(all));
          Until.isTrue(() -> "0".equals(project.query(OTHERS)));
          assertUpCompletes(project, boundaries);
        }
      }
    }
    System.out.println("killed processes left databases at " + found);
  }

  @Test
  void ofTheServerLeavesAVersionFromWhichUpCompletes() throws Exception {
    // It would take down a server that somebody lent.
    assertThat(System.getProperty("throwaway.postgres", "auto")).doesNotStartWith("jdbc:");
    try (ThrowawayPostgres server = ThrowawayPostgres.startDurable()) {
      Boundaries boundaries = Boundaries.of(server, path);
      long all = microsOfAllMigrations(server);
      for (int i = 0; i < STOPS; i++) {
        try (Project project = Project.on(server, path)) {
          crashServer(project, random.nextLong(all));
          DatabaseWait.untilReady(project.database().dataSource(), Duration.ofMinutes(1));
          assertUpCompletes(project, boundaries);
        }
      }
    }
    System.out.println("crashed servers left databases at " + found);
  }

  private long microsOfAllMigrations(ThrowawayPostgres server) throws Exception {
    try (Project project = Project.on(server, path);
        MigratingProcess process = MigratingProcess.on(project)) {
      process.go();
      process.await("begins 1");
      long begin = System.nanoTime();
      assertThat(process.exitCode()).isZero();
      return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin);
    }
  }

  private static void kill(Project project, long micros) throws Exception {
    try (MigratingProcess process = MigratingProcess.on(project)) {
      process.go();
      process.await("begins 1");
      process.endsWithin(micros);
    }
  }

  // The postmaster ends all others without ado when one of its processes is killed, and recovers,
  // as after an immediate stop.
  private static void crashServer(Project project, long micros) throws Exception {
    try (MigratingProcess process = MigratingProcess.on(project);
        Connection connection = project.database().connect();
        Statement statement = connection.createStatement()) {
      process.go();
      process.await("begins 1");
      process.endsWithin(micros);
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> statement.execute("COPY (SELECT) TO PROGRAM 'kill -9 $PPID'"));
      process.exitCode();
    }
  }

  private void assertUpCompletes(Project project, Boundaries boundaries) throws SQLException {
    found.merge("V" + boundaries.assertAtOne(project), 1, Integer::sum);
    assertThat(project.up().version()).isEqualTo(Version.of("" + Boundaries.LATEST));
    assertThat(boundaries.assertAtOne(project)).isEqualTo(Boundaries.LATEST);
    assertThat(project.up().applied()).isEmpty();
  }
}
