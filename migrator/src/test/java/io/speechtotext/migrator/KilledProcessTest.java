package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed at a known moment; {@link CrashTest} does it at any. */
@ExtendWith(ThrowawayPostgresExtension.class)
class KilledProcessTest {

  private static final String WAITS =
      """
      SELECT count(*)
        FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%s%%'
      """;

  private final Project project;

  KilledProcessTest(ThrowawayPostgres server, @TempDir Path path) {
    project = Project.on(server, path);
  }

  @BeforeEach
  void makeTable() throws IOException {
    project.pair("1", "make_it", "CREATE TABLE t (n int);").up();
  }

  @AfterEach
  void dropDatabase() {
    project.close();
  }

  @Test
  void leavesNothingOfAMigrationInATransaction() throws Exception {
    project.pair("2", "widen_it", "CREATE TABLE u (n int); ALTER TABLE t ADD m int;");
    try (LongTransaction reader = LongTransaction.in(project.database(), "SELECT FROM t")) {
      killWhileWaitingIn("ALTER TABLE t");
      reader.end();
    }
    assertThat(project.up().applied()).hasSize(1);
  }

  @Test
  void leavesAnIndexThatTheNextRunRemoves() throws Exception {
    project.pair("2", "index_it", "CREATE INDEX CONCURRENTLY ix ON t (n);");
    try (LongTransaction writer =
        LongTransaction.in(project.database(), "INSERT INTO t VALUES (1)")) {
      killWhileWaitingIn("CREATE INDEX CONCURRENTLY");
      assertThat(project.query("SELECT success FROM flyway_schema_history WHERE version = '2'"))
          .isEqualTo("f");
      writer.end();
    }
    assertThat(project.up().applied()).hasSize(1);
    assertThat(project.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix'::regclass"))
        .isEqualTo("t");
  }

  private void killWhileWaitingIn(String statement) throws Exception {
    try (MigratingProcess process = MigratingProcess.up(project)) {
      process.go();
      Until.isTrue(() -> "1".equals(project.query(WAITS.formatted(statement))));
    }
  }
}
