package io.speechtotext.prover;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.source.MigrationFiles;
import io.speechtotext.prover.undo.UndoProof;
import io.speechtotext.prover.undo.UndoProof.ColumnRows;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ThrowawayPostgresExtension.class)
class ProverTest {

  private static final String JOBS =
      """
      CREATE TABLE jobs (
          id bigint GENERATED ALWAYS AS IDENTITY,
          size integer,
          CONSTRAINT jobs_pkey PRIMARY KEY (id)
      );
      INSERT INTO jobs (size) VALUES (1), (2), (3);
      """;

  private final ThrowawayPostgres postgres;
  private ProverSettings settings =
      ProverSettings.defaults().withRowsPerTable(20).withLockTimeout(Duration.ofSeconds(5));

  ProverTest(ThrowawayPostgres postgres) {
    this.postgres = postgres;
  }

  @Test
  void tellsWhatAnUndoTakesAwayThatTheMigrationBrought() throws SQLException {
    UndoProof undo =
        Objects.requireNonNull(
            prove(
                    migration(1, JOBS, "DROP TABLE jobs;"),
                    migration(
                        2,
                        "ALTER TABLE jobs ADD COLUMN state text NOT NULL DEFAULT 'new', ADD COLUMN note text;"
                            + " CREATE TABLE tags AS SELECT 1::bigint AS id;",
                        "DROP TABLE tags; ALTER TABLE jobs DROP COLUMN state, DROP COLUMN note;"))
                .get(1)
                .undo());

    long jobs = undo.lost().get(0).rows();
    assertThat(undo.lost())
        .containsExactly(
            new ColumnRows("jobs", "state", jobs),
            new ColumnRows("jobs", "note", 0),
            new ColumnRows("tags", "", 1));
    assertThat(jobs).isGreaterThanOrEqualTo(3);
    assertThat(undo.changed()).isEmpty();
  }

  @Test
  void namesTheRowThatAMigrationFailsOn() throws SQLException {
    List<VersionProof> proofs =
        prove(
            migration(1, JOBS, "DROP TABLE jobs;"),
            migration(2, "UPDATE jobs SET size = 10 / (size - 2);", "SELECT 1;"),
            migration(3, "COMMENT ON TABLE jobs IS 'Work.';", "COMMENT ON TABLE jobs IS NULL;"));

    assertThat(proofs.get(1).findings())
        .singleElement()
        .extracting(Finding::detail)
        .asString()
        .startsWith("It fails on rows, but not on empty tables: ERROR: division by zero")
        .endsWith("The row: jobs (2,2)");
    assertThat(proofs.get(2).outcome()).isEqualTo(Outcome.PROVEN);
  }

  @Test
  void provesAMigrationOnEmptyTablesThatRefusesRowsInItsOwnWords() throws SQLException {
    VersionProof proof =
        prove(
                migration(1, JOBS, "DROP TABLE jobs;"),
                migration(
                    2,
                    """
                    DO $$ BEGIN
                        IF EXISTS (SELECT FROM jobs WHERE size = 2) THEN
                            RAISE EXCEPTION 'delete the jobs of size 2 first';
                        END IF;
                    END $$;
                    ALTER TABLE jobs ADD COLUMN note text;
                    """,
                    "ALTER TABLE jobs DROP COLUMN note;"))
            .get(1);

    assertThat(proof.findings()).isEmpty();
    assertThat(proof.notes()).first().asString().contains("delete the jobs of size 2 first");
    assertThat(proof.undo()).isNotNull();
  }

  @Test
  void provesAMigrationOnOneRowThatRefusesDoublesInItsOwnWords() throws SQLException {
    VersionProof proof =
        prove(
                migration(1, JOBS, "DROP TABLE jobs;"),
                migration(
                    2,
                    """
                    DO $$ BEGIN
                        IF (SELECT count(*) FROM jobs) > 1 THEN
                            RAISE EXCEPTION 'leave one job';
                        END IF;
                    END $$;
                    ALTER TABLE jobs ADD COLUMN note text;
                    UPDATE jobs SET note = 'the one';
                    """,
                    "ALTER TABLE jobs DROP COLUMN note;"))
            .get(1);

    assertThat(proof.findings()).extracting(Finding::rule).contains(Rule.UNBATCHED_BACKFILL);
    assertThat(proof.notes())
        .first()
        .asString()
        .contains("was proven on one row in each table: ERROR: leave one job");
  }

  @Test
  void takesTheTimeOnMoreRowsToo() throws SQLException {
    settings = settings.withMoreRows(2000);

    assertThat(prove(migration(1, JOBS, "DROP TABLE jobs;")).get(0).timeAtMoreRows()).isPositive();
  }

  @Test
  void saysWhatFailsAtTheSecondSizeOnly() throws SQLException {
    settings = settings.withMoreRows(2000);

    VersionProof proof =
        prove(
                migration(1, JOBS, "DROP TABLE jobs;"),
                migration(
                    2,
                    "SELECT 1 / CASE WHEN count(*) > 1000 THEN 0 ELSE 1 END FROM jobs;",
                    "SELECT 1;"))
            .get(1);

    assertThat(proof.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.rule()).isEqualTo(Rule.FAILS))
        .extracting(Finding::detail)
        .asString()
        .isEqualTo("At 2000 rows a table, it fails: ERROR: division by zero");
    assertThat(proof.outcome()).isEqualTo(Outcome.PROVEN);
    assertThat(proof.notes()).singleElement().asString().startsWith("From here on, nothing is");
  }

  @Test
  void saysWhatNeverEndsAtTheSecondSizeOnly() throws SQLException {
    settings = settings.withMoreRows(2000).withStatementTimeout(Duration.ofSeconds(2));

    VersionProof proof =
        prove(
                migration(1, JOBS, "DROP TABLE jobs;"),
                migration(
                    2,
                    "SELECT pg_sleep(CASE WHEN count(*) > 1000 THEN 60 ELSE 0 END) FROM jobs;",
                    "SELECT 1;"))
            .get(1);

    assertThat(proof.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.rule()).isEqualTo(Rule.NEVER_ENDS))
        .extracting(Finding::detail)
        .isEqualTo("This statement was still running after 2 s, on 2000 rows a table.");
  }

  @Test
  void saysOfATimeoutThatTheScriptSetsItself() throws SQLException {
    VersionProof proof =
        prove(
                migration(1, JOBS, "DROP TABLE jobs;"),
                migration(
                    2,
                    "SET LOCAL statement_timeout = '1s'; SELECT pg_sleep(60) FROM jobs;",
                    "SELECT 1;"))
            .get(1);

    assertThat(proof.findings())
        .singleElement()
        .extracting(Finding::detail)
        .asString()
        .contains("at the statement timeout, which the script itself sets");
  }

  @Test
  void emptiesTablesThatRefuseIt() throws SQLException {
    List<VersionProof> proofs =
        prove(
            migration(
                1,
                JOBS
                    + """
                    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN RAISE EXCEPTION 'append only'; END $$;
                    CREATE TRIGGER jobs_refuse BEFORE TRUNCATE ON jobs EXECUTE FUNCTION refuse();
                    """,
                "DROP TABLE jobs; DROP FUNCTION refuse();"),
            migration(2, "UPDATE jobs SET size = 10 / (size - 2);", "SELECT 1;"));

    assertThat(proofs.get(1).findings())
        .extracting(Finding::detail)
        .first()
        .asString()
        .startsWith("It fails on rows, but not on empty tables");
  }

  @Test
  void namesTheRowThatBringsThisFailureAndNoOther() throws SQLException {
    List<VersionProof> proofs =
        prove(
            migration(1, JOBS, "DROP TABLE jobs;"),
            migration(
                2,
                """
                SELECT 1 / CASE count(*) WHEN 1 THEN 0 ELSE 1 END FROM jobs;
                UPDATE jobs SET size = 10 / (size - 2);
                """,
                "SELECT 1;"));

    assertThat(proofs.get(1).findings())
        .singleElement()
        .extracting(Finding::detail)
        .asString()
        .endsWith("The row: jobs (2,2)");
  }

  @Test
  void namesTheRowOfATableThatOthersInherit() throws SQLException {
    List<VersionProof> proofs =
        prove(
            migration(
                1,
                JOBS + "CREATE TABLE old_jobs () INHERITS (jobs);",
                "DROP TABLE old_jobs; DROP TABLE jobs;"),
            migration(2, "UPDATE jobs SET size = 10 / (size - 2);", "SELECT 1;"));

    assertThat(proofs.get(1).findings())
        .extracting(Finding::detail)
        .first()
        .asString()
        .endsWith("The row: jobs (2,2)");
  }

  @SafeVarargs
  private List<VersionProof> prove(Map<String, String>... migrations) throws SQLException {
    Map<String, String> files = new LinkedHashMap<>();
    for (Map<String, String> migration : migrations) {
      files.putAll(migration);
    }
    List<VersionProof> proofs = new ArrayList<>();
    new Prover(postgres, settings).prove(MigrationFiles.of("test", files), proofs::add);
    return proofs;
  }

  private static Map<String, String> migration(int version, String up, String undo) {
    return Map.of("V" + version + "__step.sql", up, "U" + version + "__step.sql", undo);
  }
}
