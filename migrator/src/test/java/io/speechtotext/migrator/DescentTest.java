package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ThrowawayPostgresExtension.class)
class DescentTest {

  private static final String HISTORY =
      "SELECT string_agg(format('%s %s %s', version, type, success), ', ' ORDER BY installed_rank)"
          + " FROM flyway_schema_history";

  private final Path path;
  private final Project project;

  DescentTest(ThrowawayPostgres server, @TempDir Path path) {
    this.path = path;
    this.project = Project.on(server, path);
  }

  @BeforeEach
  void writeThreeVersions() throws IOException {
    write("1", "CREATE TABLE t (n int);", "DROP TABLE t;");
    write("2", "ALTER TABLE t ADD COLUMN m int;", "ALTER TABLE t DROP COLUMN m;");
    write("10", "CREATE TABLE u (n int);", "DROP TABLE u;");
  }

  @AfterEach
  void dropDatabase() {
    project.close();
  }

  @Test
  void undoesTheNewestFirst() throws Exception {
    project.up();
    UndoRun run = down(2);
    assertThat(versions(run)).containsExactly("10", "2");
    assertThat(run.version()).isEqualTo(Version.of("1"));
    assertThat(run.undone().get(1).description()).isEqualTo("step 2");
    assertThat(
            project.query(
                "SELECT string_agg(attname, ',') FROM pg_attribute WHERE attrelid = 't'::regclass AND attnum > 0 AND NOT attisdropped"))
        .isEqualTo("n");
    assertThat(project.query(HISTORY))
        .isEqualTo("1 SQL t, 2 SQL t, 10 SQL t, 10 DELETE t, 2 DELETE t");
  }

  @Test
  void goesDownAndUpAnyNumberOfTimesAsFlywaySeesIt() throws Exception {
    Flyway flyway =
        Flyway.configure()
            .dataSource(project.database().dataSource())
            .locations("filesystem:" + path)
            .load();
    for (int i = 0; i < 4; i++) {
      assertThat(project.up().applied()).isNotEmpty();
      assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
      assertThat(versions(down(1 + i % 3))).hasSize(1 + i % 3);
      assertThat(flyway.info().pending()).hasSize(1 + i % 3);
      assertThat(flyway.migrate().migrationsExecuted).isEqualTo(1 + i % 3);
      assertThat(flyway.info().pending()).isEmpty();
      assertThat(project.migrator().downTo("base", DataLoss.REFUSE).undone()).hasSize(3);
      assertThat(flyway.info().current()).isNull();
    }
    assertThat(project.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
        .isEqualTo("1");
  }

  @Test
  void goesDownToAVersion() {
    project.up();
    assertThat(versions(project.migrator().downTo("2", DataLoss.REFUSE))).containsExactly("10");
    assertThat(project.migrator().downTo("2.0", DataLoss.REFUSE).undone()).isEmpty();
    UndoRun base = project.migrator().downTo(Migrator.BASE, DataLoss.REFUSE);
    assertThat(versions(base)).containsExactly("2", "1");
    assertThat(base.version()).isNull();
  }

  @Test
  void hasNothingToUndoWhereNothingIsApplied() {
    assertThat(project.migrator().downTo("base", DataLoss.REFUSE).undone()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> down(1))
        .withMessageContaining("1 steps cannot be undone, for 0 version(s) are applied");
  }

  @Test
  void refusesTargetsThatItCannotReach() throws Exception {
    project.migrator().upTo("2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> project.migrator().downTo("10", DataLoss.REFUSE))
        .withMessageContaining("Version 10 is not applied")
        .withMessageContaining("applied are [1, 2]");
    assertThatIllegalArgumentException().isThrownBy(() -> down(3));
    assertThatIllegalArgumentException().isThrownBy(() -> down(0));
    assertThat(project.query(HISTORY)).isEqualTo("1 SQL t, 2 SQL t");
  }

  @Test
  void namesFileLineAndStatementOfAFailureAndRollsItBack() throws Exception {
    write("2", "ALTER TABLE t ADD COLUMN m int;", "DROP TABLE t;\n\n-- why\nSELECT nothing;");
    project.up();
    assertThatExceptionOfType(MigrationFailedException.class)
        .isThrownBy(() -> down(2))
        .withMessageContaining("U2__step_2.sql, line 4: ERROR: column \"nothing\"")
        .withMessageContaining("Statement: SELECT nothing")
        .withMessageContaining("rolled back as a whole")
        .satisfies(e -> assertThat(e.line()).isEqualTo(4));
    assertThat(project.query("SELECT to_regclass('t')")).isEqualTo("t");
    assertThat(project.query(HISTORY)).isEqualTo("1 SQL t, 2 SQL t, 10 SQL t, 10 DELETE t");
  }

  @Test
  void readsAllScriptsBeforeItRunsTheFirst() throws Exception {
    write("2", "ALTER TABLE t ADD COLUMN m int;", "DROP SCHEMA x CASCADE;");
    project.up();
    assertThatExceptionOfType(MigrationFailedException.class)
        .isThrownBy(() -> down(2))
        .withMessageContaining("U2__step_2.sql, line 1: this statement drops something");
    assertThat(project.query(HISTORY)).isEqualTo("1 SQL t, 2 SQL t, 10 SQL t");
  }

  @Test
  void tellsOfAFailureAtTheCommit() throws Exception {
    write(
        "10",
        "CREATE TABLE u (n int UNIQUE DEFERRABLE INITIALLY DEFERRED);",
        "INSERT INTO u VALUES (1), (1);");
    project.up();
    assertThatExceptionOfType(MigrationFailedException.class)
        .isThrownBy(() -> down(1))
        .withMessageContaining("U10__step_10.sql: ERROR: duplicate key")
        .satisfies(e -> assertThat(e.sqlState()).isEqualTo("23505"));
    assertThat(project.query(HISTORY)).isEqualTo("1 SQL t, 2 SQL t, 10 SQL t");
  }

  @Test
  void refusesWhenAFileContradictsTheHistory() throws Exception {
    project.up();
    write("1", "CREATE TABLE t (n bigint);", "DROP TABLE t;");
    assertThatExceptionOfType(HistoryConflictException.class)
        .isThrownBy(() -> down(1))
        .withMessageContaining("edited after it was applied");
    assertThat(project.query(HISTORY)).isEqualTo("1 SQL t, 2 SQL t, 10 SQL t");
  }

  @Test
  void refusesADatabaseThatIsNewerThanTheFiles() throws Exception {
    Migrator older = project.migrator();
    write("11", "SELECT 1;", "SELECT 1;");
    project.up();
    assertThatExceptionOfType(HistoryConflictException.class)
        .isThrownBy(() -> older.down(1, DataLoss.REFUSE))
        .withMessageContaining(
            "The database is newer than this release, which has no undo for [11]");
    assertThat(project.query(HISTORY)).isEqualTo("1 SQL t, 2 SQL t, 10 SQL t, 11 SQL t");
  }

  @Test
  void refusesADatabaseOnWhichALaterReleaseFailedHalfWay() throws Exception {
    Migrator older = project.migrator();
    write("11", "ALTER TABLE u ADD m int; SELECT 1/0;", "SELECT 1;");
    project.file("V11__step_11.sql.conf", "executeInTransaction=false");
    assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(project::up);
    assertThatExceptionOfType(HistoryConflictException.class)
        .isThrownBy(() -> older.down(1, DataLoss.REFUSE))
        .withMessageContaining(
            "The database is newer than this release, which has no undo for [11]");
    assertThat(project.query("SELECT to_regclass('u')")).isEqualTo("u");
  }

  @Test
  void keepsItsBearingsWhateverAScriptSets() throws Exception {
    write(
        "10",
        "CREATE SCHEMA other;",
        "SELECT set_config('search_path', 'other', false); DROP SCHEMA other; SET TIME ZONE 'Asia/Colombo';");
    project.up();
    down(2);
    assertThat(project.query(HISTORY))
        .isEqualTo("1 SQL t, 2 SQL t, 10 SQL t, 10 DELETE t, 2 DELETE t");
    assertThat(
            project.query(
                "SELECT max(abs(date_part('epoch', installed_on - now() AT TIME ZONE 'UTC'))) < 600"
                    + " FROM flyway_schema_history"))
        .isEqualTo("t");
  }

  private void write(String version, String up, String undo) throws IOException {
    project
        .file("V" + version + "__step_" + version + ".sql", up)
        .file("U" + version + "__step_" + version + ".sql", undo);
  }

  private UndoRun down(int steps) {
    return project.migrator().down(steps, DataLoss.REFUSE);
  }

  private static List<String> versions(UndoRun run) {
    return run.undone().stream().map(each -> each.version().toString()).toList();
  }
}
