package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.migrator.session.DatabaseWait;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.io.IOException;
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
 * Processes are killed, and servers crash, at random moments of a way up or down. {@code
 * bench/crash} does the same in greater numbers.
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
  void ofAProcessOnItsWayUpLeavesAVersion() throws Exception {
    killProcesses(Way.UP);
  }

  @Test
  void ofAProcessOnItsWayDownLeavesAVersion() throws Exception {
    killProcesses(Way.DOWN);
  }

  @Test
  void ofTheServerOnAWayUpLeavesAVersion() throws Exception {
    crashServers(Way.UP);
  }

  @Test
  void ofTheServerOnAWayDownLeavesAVersion() throws Exception {
    crashServers(Way.DOWN);
  }

  private void killProcesses(Way way) throws Exception {
    try (ThrowawayPostgres server = ThrowawayPostgres.start()) {
      Boundaries boundaries = Boundaries.of(server, path);
      long all = microsOfTheWholeWay(server, way);
      for (int i = 0; i < KILLS / 2; i++) {
        try (Project project = way.begin(server, path)) {
          try (MigratingProcess process = way.start(project)) {
            process.endsWithin(random.nextLong(all));
          }
          Until.isTrue(() -> "0".equals(project.query(OTHERS)));
          assertUpCompletes(project, boundaries);
        }
      }
    }
    System.out.println("processes killed on the way " + way + " left databases at " + found);
  }

  private void crashServers(Way way) throws Exception {
    // It would take down a server that somebody lent.
    assertThat(System.getProperty("throwaway.postgres", "")).doesNotStartWith("jdbc:");
    assertThat(System.getenv().getOrDefault("THROWAWAY_POSTGRES", "")).doesNotStartWith("jdbc:");
    try (ThrowawayPostgres server = ThrowawayPostgres.startDurable()) {
      Boundaries boundaries = Boundaries.of(server, path);
      long all = microsOfTheWholeWay(server, way);
      for (int i = 0; i < (STOPS + 1) / 2; i++) {
        try (Project project = way.begin(server, path)) {
          crashServer(project, way, random.nextLong(all));
          DatabaseWait.untilReady(project.database().dataSource(), Duration.ofMinutes(1));
          assertUpCompletes(project, boundaries);
        }
      }
    }
    System.out.println("servers crashed on a way " + way + " left databases at " + found);
  }

  private long microsOfTheWholeWay(ThrowawayPostgres server, Way way) throws Exception {
    try (Project project = way.begin(server, path);
        MigratingProcess process = way.start(project)) {
      long begin = System.nanoTime();
      assertThat(process.exitCode()).isZero();
      return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin);
    }
  }

  // The postmaster ends all others without ado when one of its processes is killed, and recovers,
  // as after an immediate stop.
  private static void crashServer(Project project, Way way, long micros) throws Exception {
    try (Connection connection = project.database().connect();
        Statement statement = connection.createStatement();
        MigratingProcess process = way.start(project)) {
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

  /** Up or down all versions. */
  private enum Way {
    UP,
    DOWN;

    /** A database at its beginning. */
    Project begin(ThrowawayPostgres server, Path path) {
      Project project = Project.on(server, path);
      if (this == DOWN) {
        project.up();
      }
      return project;
    }

    /** A process that has just begun with the first of its scripts. */
    MigratingProcess start(Project project) throws IOException {
      MigratingProcess process =
          this == UP ? MigratingProcess.up(project) : MigratingProcess.down(project);
      process.go();
      process.await("begins");
      return process;
    }
  }
}
