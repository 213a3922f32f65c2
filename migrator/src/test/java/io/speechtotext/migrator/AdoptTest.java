package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.speechtotext.migrator.adopt.AdoptableVersions;
import io.speechtotext.migrator.adopt.Adoption;
import io.speechtotext.migrator.adopt.AdoptionTerms;
import io.speechtotext.migrator.history.HistoryRow;
import io.speechtotext.migrator.history.HistoryTable;
import io.speechtotext.migrator.snapshot.Snapshot;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ThrowawayPostgresExtension.class)
class AdoptTest {

  private static final String V1 = "CREATE TABLE jobs (id int CONSTRAINT jobs_pkey PRIMARY KEY);";
  private static final String V2 = "ALTER TABLE jobs ADD status text NOT NULL DEFAULT '';";
  private static final String ALEMBIC =
      "CREATE TABLE alembic_version (version_num varchar(32) CONSTRAINT alembic_version_pkc PRIMARY"
          + " KEY);";

  private final ThrowawayDatabase database;
  private final Directory directory;
  private final Migrations migrations;
  private final AdoptableVersions versions;

  AdoptTest(ThrowawayPostgres server, @TempDir Path path) throws Exception {
    database = server.createDatabase();
    directory = new Directory(path);
    directory.pair("1", "make_it", V1).pair("2", "widen_it", V2).pair("3", "more", "SELECT 1;");
    migrations = directory.read();
    Version one = Version.of("1");
    Version two = Version.of("2");
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false); // nothing of it stays
      statement.execute(V1);
      Snapshot first = Snapshot.of(connection);
      statement.execute(V2);
      Snapshot second = Snapshot.of(connection);
      versions =
          new AdoptableVersions(Map.of("001", one, "ab12", two), Map.of(one, first, two, second));
    }
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void writesTheHistoryThatGoingUpWouldHaveWritten() throws Exception {
    execute(V1 + V2 + "INSERT INTO jobs VALUES (7, 'x');" + alembicAt("ab12"));
    Adoption adoption = migrator().adopt(versions, AdoptionTerms.strict());
    assertThat(adoption.version()).isEqualTo(Version.of("2"));
    assertThat(adoption.revision()).isEqualTo("ab12");
    assertThat(adoption.accepted()).isEmpty();
    assertThat(history())
        .extracting(HistoryRow::version, HistoryRow::type, HistoryRow::installedBy)
        .containsExactly(
            tuple("1", "SQL", "adopted from Alembic ab12"),
            tuple("2", "SQL", "adopted from Alembic ab12"));
    assertThat(texts("SELECT id || status FROM jobs")).containsExactly("7x");
    assertThat(texts("SELECT version_num FROM alembic_version")).containsExactly("ab12");
    assertThat(migrator().up().applied())
        .map(AppliedMigration::version)
        .containsExactly(Version.of("3"));
    assertThat(migrator().up().applied()).isEmpty();
  }

  @Test
  void leavesAHistoryThatFlywayItselfAccepts() throws Exception {
    execute(V1 + V2 + alembicAt("ab12"));
    migrator().adopt(versions, AdoptionTerms.strict());
    Flyway flyway =
        Flyway.configure()
            .dataSource(database.dataSource())
            .locations("filesystem:" + directory.path())
            .ignoreMigrationPatterns("*:pending")
            .load();
    assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
    assertThat(flyway.info().pending()).hasSize(1);
    assertThat(flyway.migrate().migrationsExecuted).isEqualTo(1);
  }

  @Test
  void adoptsAtTheVersionThatSomebodyStatesWhereThereIsNoAlembic() throws Exception {
    execute(V1);
    Adoption adoption = migrator().adopt(versions, AdoptionTerms.strict().at("1"));
    assertThat(adoption.revision()).isNull();
    assertThat(history())
        .map(HistoryRow::installedBy)
        .containsExactly("adopted from Alembic at V1");
    assertThat(migrator().up().applied()).hasSize(2);
  }

  @Test
  void adoptsAtTheStatedVersionWhereAlembicIsEmptyOrSaysTheSame() throws Exception {
    execute(V1 + ALEMBIC);
    migrator().adopt(versions, AdoptionTerms.strict().at("1"));
    execute("DROP TABLE flyway_schema_history; INSERT INTO alembic_version VALUES ('001')");
    assertThat(migrator().adopt(versions, AdoptionTerms.strict().at("1")).revision())
        .isEqualTo("001");
  }

  @Test
  void listsEveryDifferenceAndRefuses() throws Exception {
    execute(V1 + alembicAt("ab12") + "CREATE INDEX ix ON jobs (id); CREATE TABLE more (n int)");
    assertThatExceptionOfType(AdoptionRefusedException.class)
        .isThrownBy(() -> migrator().adopt(versions, AdoptionTerms.strict()))
        .withMessage(
            """
            The database is not as V2 makes it. Nothing was changed. It differs in:
              jobs.status: expected text not null default ''::text, found nothing
              jobs.ix: expected nothing, found index btree (id)
              more: expected nothing, found table
              Next: mend each, or find that it does no harm and accept the differences (--accept-differences).""")
        .satisfies(e -> assertThat(e.differences()).hasSize(3));
    assertThat(texts("SELECT relname FROM pg_class WHERE relname LIKE 'flyway%'")).isEmpty();
  }

  @Test
  void goesOnWithDifferencesThatSomebodyAccepts() throws Exception {
    execute(V1 + alembicAt("001") + "CREATE INDEX ix ON jobs (id);");
    Adoption adoption = migrator().adopt(versions, AdoptionTerms.strict().acceptingDifferences());
    assertThat(adoption.accepted()).hasSize(1);
    assertThat(migrator().up().applied()).hasSize(2);
  }

  @Test
  void comparesNeitherCommentsNorTheOrderOfColumns() throws Exception {
    execute("CREATE TABLE jobs (status text NOT NULL DEFAULT '', id int);");
    execute("ALTER TABLE jobs ADD CONSTRAINT jobs_pkey PRIMARY KEY (id);" + alembicAt("ab12"));
    execute("COMMENT ON TABLE jobs IS 'Jobs.'");
    assertThat(migrator().adopt(versions, AdoptionTerms.strict()).accepted()).isEmpty();
  }

  @Test
  void saysThatItWasAdoptedBefore() throws Exception {
    execute(V1 + alembicAt("001"));
    migrator().adopt(versions, AdoptionTerms.strict());
    assertRefused(
        AdoptionTerms.strict(), "This database was adopted from Alembic 001 already: there is");
    assertThat(history()).hasSize(1);
  }

  @Test
  void saysThatItIsManagedHereAlready() throws Exception {
    migrator().up();
    execute(alembicAt("001"));
    assertRefused(
        AdoptionTerms.strict(), "has a history of migrations, of 3 lines, and is managed");
  }

  @Test
  void asksForTheVersionWhereAlembicDoesNotTell() throws Exception {
    execute(V1);
    assertRefused(AdoptionTerms.strict(), "no table alembic_version", "name the version");
    execute(ALEMBIC);
    assertRefused(AdoptionTerms.strict(), "alembic_version is empty", "name the version");
  }

  @Test
  void refusesARevisionThatItDoesNotKnowAndNamesThoseThatItDoes() throws Exception {
    execute(V1 + alembicAt("ffff"));
    assertRefused(AdoptionTerms.strict(), "revision ffff", "001 (V1), ab12 (V2)");
    assertRefused(AdoptionTerms.strict().at("1"), "revision ffff", "001 (V1), ab12 (V2)");
  }

  @Test
  void refusesSeveralHeads() throws Exception {
    execute(V1 + alembicAt("001") + "INSERT INTO alembic_version VALUES ('ab12')");
    assertRefused(AdoptionTerms.strict(), "several heads at once, 001 and ab12", "stamp --purge");
  }

  @Test
  void refusesAStatedVersionThatContradictsAlembic() throws Exception {
    execute(V1 + alembicAt("001"));
    assertRefused(AdoptionTerms.strict().at("2"), "says 001, which is V1 and not V2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "9"})
  void refusesAVersionThatNothingCanBeAdoptedAt(String version) throws Exception {
    execute(V1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> migrator().adopt(versions, AdoptionTerms.strict().at(version)))
        .withMessage(
            "No database can be adopted at version %s; versions that can be are [1, 2]", version);
  }

  @Test
  void refusesWhileAlembicIsAtWork() throws Exception {
    execute(V1 + alembicAt("001"));
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("UPDATE alembic_version SET version_num = 'ab12'");
      assertRefused(AdoptionTerms.strict(), "Alembic seems to be at work");
    }
  }

  private Migrator migrator() {
    MigratorSettings impatient = MigratorSettings.defaults().withLocks(Duration.ofMillis(50), 1);
    return new Migrator(database.dataSource(), migrations, impatient);
  }

  private void assertRefused(AdoptionTerms terms, String... words) {
    assertThatExceptionOfType(AdoptionRefusedException.class)
        .isThrownBy(() -> migrator().adopt(versions, terms))
        .satisfies(e -> assertThat(e.getMessage()).contains(words).contains("Next: "));
  }

  private static String alembicAt(String revision) {
    return ALEMBIC + "INSERT INTO alembic_version VALUES ('" + revision + "');";
  }

  private List<HistoryRow> history() throws SQLException {
    try (Connection connection = database.connect()) {
      return HistoryTable.rows(connection);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> texts(String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (row.next()) {
        texts.add(row.getString(1));
      }
      return texts;
    }
  }
}
