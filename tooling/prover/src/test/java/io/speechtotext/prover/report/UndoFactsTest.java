package io.speechtotext.prover.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.prover.Prover;
import io.speechtotext.prover.ProverSettings;
import io.speechtotext.prover.source.MigrationFiles;
import io.speechtotext.prover.source.MigrationSet;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ThrowawayPostgresExtension.class)
class UndoFactsTest {

  private static final String JOBS = "CREATE TABLE jobs (id bigint); INSERT INTO jobs VALUES (1);";

  private final ThrowawayPostgres postgres;
  @TempDir private Path directory = Path.of("");

  UndoFactsTest(ThrowawayPostgres postgres) {
    this.postgres = postgres;
  }

  @Test
  void tellsOfAnUndoThatFails() throws Exception {
    Map<String, Object> undo =
        undo("ALTER TABLE jobs ADD note text;", "ALTER TABLE jobs DROP COLUMN notes;");

    assertThat(undo).containsEntry("status", "failed");
    assertThat((String) undo.get("failure")).contains("\"notes\"");
  }

  @Test
  void tellsOfAMigrationThatCannotBeAppliedAgain() throws Exception {
    Map<String, Object> undo =
        undo(
            "DO $$ BEGIN IF (SELECT max(id) FROM jobs) > 5 THEN RAISE 'done before'; END IF; END $$;"
                + " INSERT INTO jobs VALUES (6);",
            "SELECT 1;");

    assertThat(undo.get("differenceAfterRedo")).isEqualTo("");
    assertThat((String) undo.get("redoFailure")).contains("done before");
    assertThat(undo).containsEntry("status", "changes-rows");
  }

  @Test
  void callsAnUndoProvenOnlyWhereTheMigrationCanBeAppliedAgain() throws Exception {
    assertThat(undo("CREATE ROLE undo_facts_test;", "SELECT 1;"))
        .containsEntry("status", "redo-failed");
  }

  @Test
  void doesNotCallATruncateARewrite() throws Exception {
    Map<String, Object> version = version("TRUNCATE jobs;", "SELECT 1;");

    assertThat(version).containsEntry("rewritten", List.of());
    assertThat(JsonText.objects(version, "locks"))
        .isNotEmpty()
        .allSatisfy(lock -> assertThat(lock).containsEntry("rewritten", false));
  }

  private Map<String, Object> undo(String up, String down) throws Exception {
    return JsonText.in(version(up, down), "undo");
  }

  private Map<String, Object> version(String up, String down) throws Exception {
    MigrationSet set =
        MigrationFiles.of(
            "case",
            Map.of(
                "V1__a.sql",
                JOBS,
                "U1__a.sql",
                "DROP TABLE jobs;",
                "V2__b.sql",
                up,
                "U2__b.sql",
                down));
    ProverSettings settings = ProverSettings.defaults().withRowsPerTable(0);
    try (Report report = Report.begin(directory, set, settings, "PostgreSQL, for this test")) {
      new Prover(postgres, settings).prove(set, report);
    }
    String json = Files.readString(directory.resolve("migrations.json"));
    return JsonText.objects(JsonText.parse(json), "versions").get(1);
  }
}
