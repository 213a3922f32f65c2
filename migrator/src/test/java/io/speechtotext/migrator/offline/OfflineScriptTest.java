package io.speechtotext.migrator.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.speechtotext.migrator.DataLoss;
import io.speechtotext.migrator.MigrationFailedException;
import io.speechtotext.migrator.Version;
import io.speechtotext.migrator.session.MigrationSession;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ThrowawayPostgresExtension.class)
class OfflineScriptTest {

  private static final String HISTORY =
      """
      SELECT concat_ws(' ', installed_rank, version, description, type, script, checksum,
        installed_by, success)
      FROM flyway_schema_history
      ORDER BY installed_rank
      """;

  private final Sandbox sandbox;

  OfflineScriptTest(ThrowawayPostgres server, @TempDir Path path) {
    sandbox = Sandbox.on(server, path);
  }

  @BeforeEach
  void writeThreeVersions() throws IOException {
    sandbox
        .write("1", "CREATE TABLE ${name} (n int);", "DROP TABLE ${name};")
        .write(
            "1.1", "ALTER TABLE t ADD COLUMN m text -- for words\n", "ALTER TABLE t DROP COLUMN m;")
        .write("2", "CREATE TABLE u (n int);", "DROP TABLE u;");
  }

  @AfterEach
  void drop() {
    sandbox.close();
  }

  @Test
  void leadsUpAsTheMigratorDoes() throws SQLException {
    sandbox.migrator().up();
    List<String> online = sandbox.rows(HISTORY);
    sandbox.execute("DROP TABLE t, u, flyway_schema_history");
    sandbox.run(sandbox.script().between("base", "2"));
    assertThat(sandbox.rows(HISTORY)).containsExactlyElementsOf(online);
    assertThat(sandbox.isValidForFlyway()).isTrue();
    assertThat(sandbox.migrator().up().applied()).isEmpty();
  }

  @Test
  void leadsDownAndUpAgainAsTheMigratorDoes() throws SQLException {
    sandbox.migrator().up();
    sandbox.run(sandbox.script().between("2", "1"));
    assertThat(sandbox.migrator().status().version()).isEqualTo(Version.of("1"));
    assertThat(sandbox.isValidForFlyway()).isTrue();
    sandbox.run(sandbox.script().between("1", "base"));
    sandbox.run(sandbox.script().between("base", "2"));
    assertThat(sandbox.isValidForFlyway()).isTrue();
    assertThat(sandbox.migrator().downTo("base", DataLoss.REFUSE).undone()).hasSize(3);
  }

  @Test
  void refusesToBeginElsewhere() throws SQLException {
    String script = sandbox.script().between("1.1", "2");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> sandbox.run(script))
        .withMessageContaining("The database is not where this script begins")
        .withMessageContaining("found {}");
    sandbox.migrator().up();
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> sandbox.run(script))
        .withMessageContaining("The database is not where this script begins");
    assertThat(sandbox.rows(HISTORY)).hasSize(3);
  }

  @Test
  void refusesAHistoryOfOtherFiles() throws Exception {
    sandbox.migrator().upTo("1");
    sandbox.write("1", "CREATE TABLE t (n bigint);", "DROP TABLE t;");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> sandbox.run(sandbox.script().between("1", "2")))
        .withMessageContaining("or its history has other checksums");
    sandbox.execute("UPDATE flyway_schema_history SET success = false");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> sandbox.run(sandbox.script().between("1", "2")))
        .withMessageContaining("failed");
  }

  @Test
  void refusesTablesOfSomebodyElse() throws SQLException {
    sandbox.execute("CREATE TABLE alembic_version (version_num varchar(32))");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> sandbox.run(sandbox.script().between("base", "2")))
        .withMessageContaining("no history of migrations says where they come from");
  }

  @Test
  void refusesToRunBesideAMigrator() {
    try (MigrationSession held =
        MigrationSession.open(sandbox.database().dataSource(), Duration.ZERO)) {
      assertThat(held.connection()).isNotNull();
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> sandbox.run(sandbox.script().between("base", "2")))
          .withMessageContaining("Another migrator is at work");
    }
  }

  @Test
  void refusesToLoseDataBeforeTheFirstStep() throws SQLException {
    sandbox.migrator().up();
    sandbox.execute("INSERT INTO t VALUES (1, 'kept'), (2, NULL)");
    String script = sandbox.script().between("2", "base");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> sandbox.run(script))
        .withMessageContaining("version 1.1: column t.m: 1 row(s)")
        .withMessageContaining("version 1: table t: 2 row(s)")
        .withMessageContaining("-v lose_data=1")
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("UD001"));
    assertThat(sandbox.rows(HISTORY)).hasSize(3);
  }

  @Test
  void copiesWhatItMayLose() throws SQLException {
    sandbox.migrator().up();
    sandbox.execute("INSERT INTO t VALUES (1, 'kept'), (2, NULL)");
    sandbox.run(sandbox.script().between("2", "base"), "lose_data");
    assertThat(sandbox.rows("SELECT relname FROM pg_stat_user_tables WHERE schemaname = 'undone'"))
        .hasSize(2)
        .anyMatch(name -> name.startsWith("v1_1_t_"))
        .anyMatch(name -> name.startsWith("v1_t_"));
    assertThat(sandbox.migrator().status().version()).isNull();
  }

  @Test
  void losesDataWithoutACopyWhenTold() throws SQLException {
    sandbox.migrator().up();
    sandbox.execute("INSERT INTO t VALUES (1, 'lost')");
    sandbox.run(sandbox.script().between("2", "base"), "lose_data", "no_copy");
    assertThat(sandbox.rows("SELECT to_regnamespace('undone')")).containsExactly("null");
    assertThat(sandbox.rows("SELECT to_regclass('t')")).containsExactly("null");
  }

  @Test
  void runsOutsideATransactionWhatHasTo() throws Exception {
    sandbox.write(
        "3", "CREATE INDEX CONCURRENTLY i ON t (n);", "DROP INDEX CONCURRENTLY IF EXISTS i;");
    sandbox.run(sandbox.script().between("base", "3"));
    assertThat(sandbox.rows("SELECT to_regclass('i')")).containsExactly("i");
    sandbox.run(sandbox.script().between("3", "2"));
    assertThat(sandbox.rows("SELECT to_regclass('i')")).containsExactly("null");
    assertThat(sandbox.isValidForFlyway()).isTrue();
  }

  @Test
  void leavesATraceWhereItIsInterruptedOutsideATransaction() throws Exception {
    sandbox.write("3", "CREATE INDEX CONCURRENTLY i ON missing (n);", "DROP INDEX CONCURRENTLY i;");
    String up = sandbox.script().between("2", "3");
    sandbox.migrator().upTo("2");
    assertThatExceptionOfType(SQLException.class).isThrownBy(() -> sandbox.run(up));
    assertThat(sandbox.migrator().status().unfinished()).containsExactly(Version.of("3"));
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> sandbox.run(up))
        .withMessageContaining("failed");
    sandbox.execute("CREATE TABLE missing (n int)");
    assertThat(sandbox.migrator().up().applied()).hasSize(1);
    sandbox.execute("ALTER INDEX i RENAME TO j");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> sandbox.run(sandbox.script().between("3", "2")));
    sandbox.execute("ALTER INDEX j RENAME TO i");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> sandbox.run(sandbox.script().between("3", "2")))
        .withMessageContaining("failed");
    assertThat(sandbox.migrator().downTo("2", DataLoss.REFUSE).undone()).hasSize(1);
    assertThat(sandbox.isValidForFlyway()).isTrue();
  }

  @Test
  void fitsIntoOneTransaction() throws SQLException {
    sandbox.run("BEGIN;\n" + sandbox.script().inSingleTransaction("base", "1.1") + "COMMIT;");
    assertThat(sandbox.migrator().status().version()).isEqualTo(Version.of("1.1"));
    sandbox.run("BEGIN;\n" + sandbox.script().inSingleTransaction("1.1", "base") + "ROLLBACK;");
    assertThat(sandbox.migrator().status().version()).isEqualTo(Version.of("1.1"));
    assertThat(sandbox.isValidForFlyway()).isTrue();
  }

  @Test
  void wantsTheTransactionThatItWasWrittenFor() {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> sandbox.run(sandbox.script().inSingleTransaction("base", "2")))
        .withMessageContaining("SAVEPOINT can only be used in transaction blocks");
  }

  @Test
  void refusesOneTransactionForWhatCannotRunInIt() throws Exception {
    sandbox.write("3", "CREATE INDEX CONCURRENTLY i ON t (n);", "DROP INDEX i;");
    assertThatExceptionOfType(MigrationFailedException.class)
        .isThrownBy(() -> sandbox.script().inSingleTransaction("base", "3"))
        .withMessageContaining("V3__it's_3.sql cannot run in a transaction");
    assertThat(sandbox.script().inSingleTransaction("3", "base")).contains("DROP INDEX i;");
  }

  @Test
  void findsItsHistoryWhateverAScriptSets() throws Exception {
    String database = sandbox.database().name();
    String role = "r_" + database.substring(database.length() - 16);
    sandbox.write(
        "3",
        "SELECT set_config('search_path', '', false); CREATE ROLE %1$s; SET ROLE %1$s;"
            .formatted(role),
        "DROP ROLE %s;".formatted(role));
    sandbox.run(sandbox.script().between("base", "3"));
    sandbox.run(sandbox.script().between("3", "2"));
    assertThat(sandbox.rows(HISTORY)).hasSize(5);
  }

  @Test
  void notesHowLongAStepTook() throws Exception {
    sandbox.write("3", "SELECT pg_sleep(0.02);", "SELECT 1;");
    sandbox.run(sandbox.script().between("base", "3"));
    assertThat(
            sandbox.rows(
                "SELECT execution_time BETWEEN 20 AND 5000 FROM flyway_schema_history WHERE version = '3'"))
        .containsExactly("t");
  }

  @Test
  void hasNoWayToAVersionThatItDoesNotKnow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sandbox.script().between("base", "7"))
        .withMessageContaining(
            "no migration of version 7; known versions are [1, 1.1, 2], and base");
  }

  @Test
  void isEmptyButForItsCheckWhereNothingIsToBeDone() throws SQLException {
    sandbox.migrator().up();
    sandbox.run(sandbox.script().between("2", "2"));
    assertThat(sandbox.rows(HISTORY)).hasSize(3);
  }
}
