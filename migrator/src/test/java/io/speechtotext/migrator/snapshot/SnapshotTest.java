package io.speechtotext.migrator.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** On whatever version of PostgreSQL it runs, the text is that of the same file. */
@ExtendWith(ThrowawayPostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class SnapshotTest {

  private final ThrowawayPostgres server;
  private final ThrowawayDatabase zoo;

  SnapshotTest(ThrowawayPostgres server, ThrowawayDatabase zoo) throws Exception {
    this.server = server;
    this.zoo = zoo;
    execute(zoo, Zoo.sql());
  }

  @AfterAll
  void dropRole() throws SQLException {
    execute(zoo, "DROP OWNED BY " + role() + "; DROP ROLE " + role());
  }

  @Test
  void tellsOfEverythingInTheSameBytes() throws Exception {
    Snapshot snapshot = snapshot(zoo);
    // To compare with by hand, and to copy over the file where it is the file that is wrong.
    Files.writeString(Path.of("target", "zoo.snapshot"), snapshot.text());
    assertThat(LineDiff.between(Zoo.snapshot(), snapshot.text())).isEmpty();
  }

  @Test
  void isReadBackAsItWas() throws Exception {
    Snapshot snapshot = snapshot(zoo);
    assertThat(Snapshot.parse(snapshot.text())).isEqualTo(snapshot).hasSameHashCodeAs(snapshot);
    assertThat(Snapshot.parse(snapshot.text().replace("\n", "\r\n"))).isEqualTo(snapshot);
  }

  @Test
  void isReadFromTheClassPath() throws Exception {
    assertThat(Snapshot.onClasspath("io/speechtotext/migrator/snapshot/zoo.snapshot"))
        .isEqualTo(snapshot(zoo));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Snapshot.onClasspath("none.snapshot"))
        .withMessage("There is no file none.snapshot on the class path");
  }

  @Test
  void dependsNeitherOnTheSessionNorOnTheRole() throws Exception {
    execute(zoo, "CREATE ROLE " + role() + "; GRANT USAGE ON SCHEMA public, undone TO " + role());
    try (Connection connection = zoo.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TEMPORARY TABLE jobs (id int)");
      statement.execute("SET ROLE " + role());
      statement.execute("SET search_path = pg_temp, pg_catalog, public, undone");
      statement.execute("SET DateStyle = 'ISO, DMY'");
      statement.execute("SET TimeZone = 'Asia/Colombo'");
      statement.execute("SET IntervalStyle = 'iso_8601'");
      statement.execute("SET bytea_output = 'escape'");
      statement.execute("SET quote_all_identifiers = on");
      statement.execute("SET standard_conforming_strings = off");
      statement.execute("SET extra_float_digits = -5");
      assertThat(LineDiff.between(Zoo.snapshot(), Snapshot.of(connection).text())).isEmpty();
      assertThat(setting(statement, "DateStyle")).isEqualTo("ISO, DMY");
    }
  }

  @Test
  void leavesAnOpenTransactionOpenAndItsSettingsAlone() throws Exception {
    try (Connection connection = zoo.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SET LOCAL TimeZone = 'Asia/Colombo'");
      statement.execute("CREATE TABLE not_committed (n int)");
      assertThat(Snapshot.of(connection).text()).contains("table not_committed\n");
      assertThat(setting(statement, "TimeZone")).isEqualTo("Asia/Colombo");
      connection.rollback();
      assertThat(Snapshot.of(connection).text()).isEqualTo(Zoo.snapshot());
    }
  }

  @Test
  void readsTheCurrentSchemaAlone() throws Exception {
    try (Connection connection = zoo.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = undone, public");
      assertThat(Snapshot.of(connection).text())
          .contains("table v2_jobs\n  column x: integer\n")
          .doesNotContain("parents");
    }
  }

  @Test
  void refusesARoleThatWouldSeeOtherNames() throws Exception {
    try (ThrowawayDatabase database = server.createDatabase()) {
      execute(
          database,
          "REVOKE ALL ON SCHEMA public FROM PUBLIC; CREATE ROLE %1$s_x".formatted(role()));
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("SET ROLE %s_x".formatted(role()));
        assertThatExceptionOfType(SQLException.class)
            .isThrownBy(() -> Snapshot.of(connection))
            .withMessageContaining("Next: GRANT USAGE ON SCHEMA public TO " + role());
        statement.execute("RESET ROLE; DROP ROLE %s_x".formatted(role()));
      }
    }
  }

  @Test
  void doesNotDependOnTheOrderInWhichThingsWereMade() throws Exception {
    assertThat(
            snapshotAfter(
                """
                CREATE TABLE a (id int, gone int, name text NOT NULL);
                ALTER TABLE a DROP COLUMN gone;
                CREATE TABLE b (id int);
                CREATE INDEX ix_a_name ON a (name);
                CREATE INDEX ix_a_id ON a (id);
                """))
        .isEqualTo(
            snapshotAfter(
                """
                CREATE TABLE b (id int);
                CREATE TABLE a (name text, id int);
                CREATE INDEX ix_a_id ON a (id);
                CREATE INDEX ix_a_name ON a (name);
                ALTER TABLE a ALTER COLUMN name SET NOT NULL;
                """));
  }

  @Test
  void callsAColumnNotNullOnlyWhenNoRowCanBreakIt() throws Exception {
    String notYet =
        """
        CREATE TABLE a (id int);
        DO $$
        BEGIN
            IF current_setting('server_version_num')::int >= 180000 THEN
                EXECUTE 'ALTER TABLE a ADD CONSTRAINT nn_a_id NOT NULL id NOT VALID';
            END IF;
        END
        $$;
        """;
    assertThat(snapshotAfter(notYet).text()).endsWith("\ntable a\n  column id: integer\n");
    assertThat(snapshotAfter(notYet + "ALTER TABLE a ALTER COLUMN id SET NOT NULL").text())
        .endsWith("\ntable a\n  column id: integer not null\n");
  }

  @Test
  void saysWhichIndexIsInvalid() throws Exception {
    String index = "CREATE TABLE a (id int); CREATE INDEX ix_a_id ON a (id);";
    String invalid = "UPDATE pg_index SET indisvalid = false WHERE indrelid = 'a'::regclass";
    assertThat(snapshotAfter(index).text()).endsWith("  index ix_a_id: btree (id)\n");
    assertThat(snapshotAfter(index + invalid).text())
        .endsWith("  index ix_a_id: btree (id) invalid\n");
  }

  @Test
  void isEmptyForAnEmptyDatabase() throws Exception {
    assertThat(snapshotAfter("SELECT 1").text())
        .isEqualTo("# Snapshot of a PostgreSQL schema, format 1\n");
    assertThat(snapshotAfter("DROP SCHEMA public")).isEqualTo(snapshotAfter("SELECT 1"));
  }

  private String role() {
    return "reader_" + zoo.name();
  }

  private Snapshot snapshotAfter(String sql) throws SQLException {
    try (ThrowawayDatabase database = server.createDatabase()) {
      execute(database, sql);
      return snapshot(database);
    }
  }

  private static Snapshot snapshot(ThrowawayDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return Snapshot.of(connection);
    }
  }

  private static void execute(ThrowawayDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String setting(Statement statement, String name) throws SQLException {
    try (ResultSet row = statement.executeQuery("SHOW " + name)) {
      row.next();
      return row.getString(1);
    }
  }
}
