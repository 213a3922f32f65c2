package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.migrator.adopt.Adoption;
import io.speechtotext.migrator.adopt.AdoptionTerms;
import io.speechtotext.migrator.snapshot.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database at each revision of the Python service, made by hand, in this project's care. */
@ExtendWith(VersionTemplatesExtension.class)
class AdoptionTest {

  private static final String HISTORY =
      """
      SELECT installed_rank, version, description, type, script, checksum, success
      FROM flyway_schema_history
      ORDER BY installed_rank
      """;

  private static final Snapshot EMPTY =
      Snapshot.parse("# Snapshot of a PostgreSQL schema, format 1\n");

  private final VersionTemplates templates;

  AdoptionTest(VersionTemplates templates) {
    this.templates = templates;
  }

  @ParameterizedTest
  @CsvSource({
    "001, 1",
    "002, 2",
    "003, 3",
    "004, 4",
    "351493e4ddc6, 5",
    "ad899023acc6, 6",
  })
  void keepsEveryRowAndGoesUpFromThere(String revision, int version) throws Exception {
    try (VersionedDatabase database = VersionedDatabase.at(0, templates)) {
      makeByHand(database, revision, version);
      List<String> rows = SampleRows.of(database);

      Adoption adoption = database.adopt(AdoptionTerms.strict());

      assertThat(adoption.version()).hasToString(Integer.toString(version));
      assertThat(adoption.accepted()).isEmpty();
      assertThat(SampleRows.of(database)).containsExactlyElementsOf(rows);
      assertThat(database.rows(HISTORY)).containsExactlyElementsOf(historyAt(version));
      assertThat(database.rows("SELECT DISTINCT installed_by FROM flyway_schema_history"))
          .containsExactly("adopted from Alembic " + revision);
      assertThat(database.rows("SELECT version_num FROM alembic_version"))
          .containsExactly(revision);
      assertThat(database.migrate()).isEqualTo(versionsAfter(version));
      assertThat(database.migrate()).isEmpty();
      assertThat(database.differencesFrom(newest())).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"001, 1", "002, 2", "003, 3", "004, 4", "351493e4ddc6, 5", "ad899023acc6, 6"})
  void goesDownToTheBaseAndUpAgainLikeAnyOther(String revision, int version) throws Exception {
    try (VersionedDatabase database = VersionedDatabase.at(0, templates)) {
      makeByHand(database, revision, version);
      database.adopt(AdoptionTerms.strict());

      assertThat(database.undoAll()).hasSize(version).startsWith(Integer.toString(version));
      assertThat(database.snapshot()).isEqualTo(EMPTY);
      assertThat(database.rows("SELECT version_num FROM alembic_version"))
          .containsExactly(revision);
      assertThat(database.migrate()).isEqualTo(versionsAfter(0));
      assertThat(database.differencesFrom(newest())).isEmpty();
    }
  }

  @Test
  void listsWhatSomebodyChangedByHand() throws Exception {
    try (VersionedDatabase database = VersionedDatabase.at(0, templates)) {
      makeByHand(database, "004", 4);
      database.execute("ALTER TABLE jobs ALTER status TYPE text, ALTER status DROP NOT NULL");
      assertThat(database.adopt(AdoptionTerms.strict().acceptingDifferences()).accepted())
          .map(Object::toString)
          .containsExactly("jobs.status: expected varchar(50) not null, found text");
    }
  }

  private static void makeByHand(VersionedDatabase database, String revision, int version)
      throws SQLException {
    database.runUp(1);
    SampleRows.insertIntoVersion1(database);
    for (int next = 2; next <= version; next++) {
      database.runUp(next);
    }
    database.execute(
        "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL,"
            + " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))");
    database.execute("INSERT INTO alembic_version VALUES ('" + revision + "')");
  }

  private List<String> historyAt(int version) throws SQLException {
    try (VersionedDatabase migrated = VersionedDatabase.at(version, templates)) {
      return migrated.rows(HISTORY);
    }
  }

  private static List<String> versionsAfter(int version) {
    return SchemaMigrations.versions().stream()
        .filter(each -> each > version)
        .map(String::valueOf)
        .toList();
  }

  private static Snapshot newest() throws Exception {
    return Snapshot.parse(Files.readString(Path.of("schema.snapshot")));
  }
}
