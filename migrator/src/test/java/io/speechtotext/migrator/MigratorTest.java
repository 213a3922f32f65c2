package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.postgresql.ds.PGSimpleDataSource;

@ExtendWith(ThrowawayPostgresExtension.class)
@Isolated("It sets the time zone of the process.")
class MigratorTest {

  @TempDir Path path;
  private final ThrowawayDatabase database;
  private Directory directory = new Directory(Path.of(""));

  MigratorTest(ThrowawayPostgres server) {
    database = server.createDatabase();
  }

  @BeforeEach
  void openDirectory() {
    directory = new Directory(path);
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void appliesWhatIsPendingInOrderAndOnlyOnce() throws Exception {
    directory.pair("1", "make_it", "CREATE TABLE t (n int);");
    assertThat(versions(up())).containsExactly("1");
    directory.pair("2", "widen_it", "ALTER TABLE t ADD COLUMN m int;");
    directory.pair("10", "fill_it", "INSERT INTO t VALUES (1, 2);");
    assertThat(versions(up())).containsExactly("2", "10");
    assertThat(versions(up())).isEmpty();
    assertThat(query("SELECT count(*) FROM t")).isEqualTo("1");
  }

  @Test
  void stopsAtTheVersionItIsTold() throws Exception {
    directory.pair("1", "a", "SELECT 1;").pair("2", "b", "SELECT 1;");
    assertThat(versions(migrator().upTo("1"))).containsExactly("1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> migrator().upTo("3"))
        .withMessageContaining("known versions are [1, 2]");
  }

  @Test
  void namesFileLineStatementAndServerMessageAndRollsBack() throws Exception {
    directory.pair("1", "make_it", "CREATE TABLE t (n int);");
    directory.pair(
        "2",
        "break_it",
        "ALTER TABLE t ADD COLUMN m int;\n\n-- why\nINSERT INTO t\n  (n, x)\nVALUES (1, 2);\n");
    assertThatExceptionOfType(MigrationFailedException.class)
        .isThrownBy(this::up)
        .withMessageContaining("V2__break_it.sql, line 5: ERROR: column \"x\"")
        .withMessageContaining("Statement: INSERT INTO t")
        .withMessageContaining("rolled back as a whole")
        .satisfies(e -> assertThat(e.sqlState()).isEqualTo("42703"))
        .satisfies(e -> assertThat(e.line()).isEqualTo(5));
    assertThat(
            query(
                "SELECT string_agg(attname, ',') FROM pg_attribute"
                    + " WHERE attrelid = 't'::regclass AND attnum > 0"))
        .isEqualTo("n");
  }

  @Test
  void passesOnTheHintThatAMigrationRaises() throws Exception {
    directory.pair(
        "1",
        "refuse",
        "DO $$ BEGIN RAISE EXCEPTION 'two rows collide: a, A' USING HINT = 'merge them'; END $$;");
    assertThatExceptionOfType(MigrationFailedException.class)
        .isThrownBy(this::up)
        .withMessageContaining("two rows collide: a, A")
        .withMessageContaining("merge them");
  }

  @Test
  void namesFileAndLineOfWhatCannotBeReadAsSql() throws Exception {
    directory.pair("1", "open_quote", "SELECT 1;\nSELECT 'open;\n");
    assertThatExceptionOfType(MigrationFailedException.class)
        .isThrownBy(this::up)
        .withMessageContaining("V1__open_quote.sql, line 2")
        .satisfies(e -> assertThat(e.script()).isEqualTo("V1__open_quote.sql"));
  }

  @Test
  void runsAStatementThatCannotRunInATransaction() throws Exception {
    directory.pair("1", "make_it", "CREATE TABLE t (n int);");
    directory.pair("2", "index_it", "CREATE INDEX CONCURRENTLY ix_t_n ON t (n);");
    assertThat(versions(up())).containsExactly("1", "2");
  }

  @Test
  void heedsTheConfigurationBesideAScript() throws Exception {
    directory.pair("1", "make_it", "CREATE TABLE t (n int); CREATE INDEX ix_t_n ON t (n);");
    directory
        .pair("2", "rebuild", "REINDEX INDEX CONCURRENTLY ix_t_n;")
        .file("V2__rebuild.sql.conf", "executeInTransaction=false");
    assertThat(versions(up())).containsExactly("1", "2");
  }

  @Test
  void beginsWithAMigrationOutsideATransaction() throws Exception {
    directory
        .pair("1", "make_it", "CREATE TABLE t (n int);")
        .file("V1__make_it.sql.conf", "executeInTransaction=false");
    assertThat(versions(up())).containsExactly("1");
    assertThat(versions(up())).isEmpty();
  }

  @Test
  void refusesADatabaseWhoseTablesItDidNotMake() throws Exception {
    directory.pair("1", "make_it", "CREATE TABLE t (n int);");
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE alembic_version (version_num varchar(32))");
    }
    assertForeignTablesRefused();
    directory.file("V1__make_it.sql.conf", "executeInTransaction=false");
    assertForeignTablesRefused();
  }

  private void assertForeignTablesRefused() throws SQLException {
    assertThatExceptionOfType(HistoryConflictException.class)
        .isThrownBy(this::up)
        .withMessageContaining("no history of migrations says where they come from")
        .withMessageContaining("adopted");
    assertThat(query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")).isEqualTo("1");
  }

  @Test
  void readsTimesWithoutAZoneAsUtcWhereverItRuns() throws Exception {
    directory.pair(
        "1", "make_it", "CREATE TABLE t AS SELECT timestamptz '2026-03-01 12:00' AS at;");
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Colombo"));
    try {
      up();
    } finally {
      TimeZone.setDefault(before);
    }
    assertThat(query("SELECT date_part('hour', at AT TIME ZONE 'UTC') FROM t")).isEqualTo("12");
  }

  @Test
  void fillsPlaceholders() throws Exception {
    directory.pair("1", "make_it", "CREATE TABLE ${name} AS SELECT '${flyway:user}' AS by;");
    MigratorSettings settings =
        MigratorSettings.defaults().withPlaceholders(Map.of("name", "filled"));
    new Migrator(database.dataSource(), directory.read(), settings).up();
    assertThat(query("SELECT by = current_user FROM filled")).isEqualTo("t");
  }

  @Test
  void letsSeveralStartersComeAtOnce() throws Exception {
    directory.pair("1", "make_it", "CREATE TABLE t (n int);");
    directory.pair("2", "fill_it", "INSERT INTO t SELECT 1 FROM pg_sleep(0.2);");
    List<CompletableFuture<MigrationRun>> starters =
        Stream.generate(() -> CompletableFuture.supplyAsync(this::up)).limit(4).toList();
    List<String> applied =
        starters.stream().flatMap(each -> versions(each.join()).stream()).sorted().toList();
    assertThat(applied).containsExactly("1", "2");
    assertThat(query("SELECT count(*) FROM t")).isEqualTo("1");
  }

  @Test
  void saysThatADatabaseCannotBeUsedWithoutThePassword() throws Exception {
    directory.pair("1", "a", "SELECT 1;");
    PGSimpleDataSource wrong = new PGSimpleDataSource();
    wrong.setUrl(database.jdbcUrl());
    wrong.setUser("nobody_here");
    wrong.setPassword("s3cr3t");
    assertThatExceptionOfType(DatabaseUnavailableException.class)
        .isThrownBy(() -> new Migrator(wrong, directory.read()).up())
        .withMessageContaining("nobody_here")
        .satisfies(e -> assertThat(e).hasMessageNotContaining("s3cr3t"));
  }

  private Migrator migrator() {
    return new Migrator(database.dataSource(), directory.read());
  }

  private MigrationRun up() {
    return migrator().up();
  }

  private static List<String> versions(MigrationRun run) {
    return run.applied().stream().map(each -> each.version().toString()).toList();
  }

  private String query(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
