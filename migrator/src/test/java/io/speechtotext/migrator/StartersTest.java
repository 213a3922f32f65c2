package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Many processes want to bring one database up at once. */
@ExtendWith(ThrowawayPostgresExtension.class)
class StartersTest {

  private static final int VERSIONS = 6;

  private final Project project;

  StartersTest(ThrowawayPostgres server, @TempDir Path path) {
    project = Project.on(server, path);
  }

  @BeforeEach
  void writeMigrations() throws Exception {
    project.pair("1", "make_it", "CREATE TABLE ran (version int);\n" + note(1));
    for (int i = 2; i < VERSIONS; i++) {
      project.pair("" + i, "more", note(i));
    }
    project.pair("" + VERSIONS, "index_it", "CREATE INDEX CONCURRENTLY ix ON ran (version);");
  }

  private static String note(int version) {
    return "INSERT INTO ran VALUES (%d);\n".formatted(version);
  }

  @AfterEach
  void dropDatabase() {
    project.close();
  }

  @Test
  void applyEachMigrationOnce() throws Exception {
    assertEachRanOnce(4, VERSIONS);
  }

  @Test
  @Tag("ci")
  void applyEachMigrationOnceHoweverManyTheyAre() throws Exception {
    assertEachRanOnce(16, VERSIONS);
  }

  @Test
  @Tag("ci")
  void applyWhatIsPendingOnceHoweverManyTheyAre() throws Exception {
    project.migrator().upTo("3");
    assertEachRanOnce(16, VERSIONS - 3);
  }

  private void assertEachRanOnce(int starters, int pending) throws Exception {
    List<MigratingProcess> processes = new ArrayList<>();
    try {
      for (int i = 0; i < starters; i++) {
        processes.add(MigratingProcess.up(project));
      }
      for (MigratingProcess each : processes) {
        each.go();
      }
      for (MigratingProcess each : processes) {
        assertThat(each.exitCode()).as("%s", each.said()).isZero();
        assertThat(each.said()).endsWith("at " + VERSIONS);
      }
    } finally {
      processes.forEach(MigratingProcess::close);
    }
    assertThat(processes.stream().flatMap(each -> each.said().stream()))
        .filteredOn(line -> line.startsWith("applied"))
        .hasSize(pending)
        .doesNotHaveDuplicates();
    assertThat(project.query("SELECT string_agg(version::text, ',' ORDER BY version) FROM ran"))
        .isEqualTo("1,2,3,4,5");
    assertThat(project.query("SELECT count(*) FROM flyway_schema_history WHERE success"))
        .isEqualTo("" + VERSIONS);
  }
}
