package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ThrowawayPostgresExtension.class)
class MigrationRunTest {

  private final Path path;
  private final Project project;

  MigrationRunTest(ThrowawayPostgres server, @TempDir Path path) {
    this.path = path;
    this.project = Project.on(server, path);
  }

  @BeforeEach
  void writeTwo() throws IOException {
    project.pair("1", "make_it", "CREATE TABLE t (n int);");
    project.pair("2", "widen_it", "ALTER TABLE t ADD m int;");
  }

  @AfterEach
  void dropDatabase() {
    project.close();
  }

  @Test
  void saysWhereTheDatabaseStands() {
    assertThat(project.migrator().upTo("1").version()).isEqualTo(Version.of("1"));
    assertThat(project.up().version()).isEqualTo(Version.of("2"));
  }

  @Test
  void saysWhereTheDatabaseStandsWhenThereIsNothingToDo() {
    project.up();
    MigrationRun again = project.up();
    assertThat(again.applied()).isEmpty();
    assertThat(again.version()).isEqualTo(Version.of("2"));
    assertThat(again.isDatabaseNewer()).isFalse();
    assertThat(project.migrator().upTo("1").version()).isEqualTo(Version.of("2"));
  }

  @Test
  void ofAnOlderReleaseSaysThatTheDatabaseIsNewerAndChangesNothing() throws Exception {
    project.up();
    Files.delete(path.resolve("V2__widen_it.sql"));
    Files.delete(path.resolve("U2__widen_it.sql"));
    String before = project.query("SELECT array_agg(h)::text FROM flyway_schema_history h");
    MigrationRun run = project.up();
    assertThat(run.isDatabaseNewer()).isTrue();
    assertThat(run.unknown()).containsExactly(Version.of("2"));
    assertThat(run.version()).isEqualTo(Version.of("2"));
    assertThat(run.applied()).isEmpty();
    assertThat(project.query("SELECT array_agg(h)::text FROM flyway_schema_history h"))
        .isEqualTo(before);
  }

  @Test
  void ofAnOlderReleaseSaysThatTheDatabaseIsNewerWhenALaterOneFailedHalfWay() throws Exception {
    Migrator older = project.migrator();
    project.pair("3", "half", "INSERT INTO t VALUES (1, 1); SELECT 1/0;");
    project.file("V3__half.sql.conf", "executeInTransaction=false");
    assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(project::up);
    MigrationRun run = older.up();
    assertThat(run.unknown()).containsExactly(Version.of("3"));
    assertThat(run.version()).isEqualTo(Version.of("2"));
    assertThat(run.applied()).isEmpty();
  }

  @Test
  void tellsOfEachMigrationWhenItBeginsAndOnceItIsCommitted() throws Exception {
    project.pair("3", "fail", "SELECT 1/0;");
    List<String> heard = new ArrayList<>();
    MigrationProgress progress =
        new MigrationProgress() {
          @Override
          public void begins(Migration migration) {
            heard.add("begins " + migration.version());
          }

          @Override
          public void applied(AppliedMigration migration) {
            heard.add("applied " + migration.version());
          }
        };
    Migrator migrator = project.migrator(MigratorSettings.defaults(), progress);
    assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(migrator::up);
    assertThat(heard).containsExactly("begins 1", "applied 1", "begins 2", "applied 2", "begins 3");
  }
}
