package io.speechtotext.prover.oldcode;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.prover.ProvenCase;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is proven beside the rule's cases, as other rules have their say on it too. */
@ExtendWith(ThrowawayPostgresExtension.class)
class OldCodeTest {

  private static final String JOBS =
      """
      CREATE TABLE jobs (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          note varchar(50),
          size bigint
      );
      INSERT INTO jobs (note, size) VALUES ('a note of thirty characters...', 1), (NULL, NULL);
      """;

  private final ThrowawayPostgres postgres;

  OldCodeTest(ThrowawayPostgres postgres) {
    this.postgres = postgres;
  }

  @Test
  void showsTheValueThatANarrowerTypeRefuses() throws SQLException {
    List<Finding> findings =
        after("ALTER TABLE jobs ALTER COLUMN note TYPE varchar(20) USING left(note, 20);");

    assertThat(findings).extracting(Finding::object).containsExactly("jobs.note");
    assertThat(findings.get(0).detail())
        .contains("was character varying(50) and is character varying(20)")
        .contains("value too long for type character varying(20)");
  }

  @Test
  void namesEachColumnThatIsGone() throws SQLException {
    assertThat(objects("ALTER TABLE jobs DROP COLUMN note, DROP COLUMN size;"))
        .containsExactly("jobs.note", "jobs.size");
  }

  @Test
  void findsNotNullWhereCodeMayLeaveTheColumnOut() throws SQLException {
    String fill = "UPDATE jobs SET note = '' WHERE note IS NULL;\n";

    assertThat(objects(fill + "ALTER TABLE jobs ALTER COLUMN note SET NOT NULL;"))
        .containsExactly("jobs.note");
    assertThat(
            objects(
                fill
                    + "ALTER TABLE jobs ALTER COLUMN note SET DEFAULT '', ALTER COLUMN note SET NOT NULL;"))
        .isEmpty();
  }

  @Test
  void sparesNotNullThatACheckDemandedBefore() throws SQLException {
    ProvenCase steps =
        new ProvenCase(postgres, Rule.BREAKS_OLD_CODE)
            .with(
                "V1__jobs.sql",
                JOBS
                    + "UPDATE jobs SET note = '' WHERE note IS NULL;\n"
                    + "ALTER TABLE jobs ADD CONSTRAINT c CHECK (note IS NOT NULL);")
            .with("V2__not_null.sql", "ALTER TABLE jobs ALTER COLUMN note SET NOT NULL;")
            .with("V3__check.sql", "ALTER TABLE jobs DROP CONSTRAINT c;");

    assertThat(steps.titles()).isEmpty();
  }

  @Test
  void takesATableThatWasSwappedForWhatItsColumnsAre() throws SQLException {
    assertThat(
            objects(
                """
                CREATE TABLE jobs_new (LIKE jobs INCLUDING ALL);
                ALTER TABLE jobs_new DROP COLUMN size;
                ALTER TABLE jobs RENAME TO jobs_old;
                ALTER TABLE jobs_new RENAME TO jobs;
                """))
        .containsExactly("jobs.size");
  }

  @Test
  void findsNoHarmInAUniqueKeyThatAnotherImplies() throws SQLException {
    assertThat(objects("CREATE UNIQUE INDEX ON jobs (note, id);")).isEmpty();
    assertThat(objects("CREATE UNIQUE INDEX ON jobs (note, size);"))
        .containsExactly("jobs.note,size");
  }

  @Test
  void noticesATriggerFunctionThatBecameAnother() throws SQLException {
    String function =
        """
        CREATE OR REPLACE FUNCTION check_job() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            %s
            RETURN NEW;
        END
        $$;
        """;
    ProvenCase steps =
        new ProvenCase(postgres, Rule.BREAKS_OLD_CODE)
            .with(
                "V1__jobs.sql",
                JOBS
                    + function.formatted("")
                    + "CREATE TRIGGER t BEFORE INSERT ON jobs FOR EACH ROW EXECUTE FUNCTION check_job();")
            .with("V2__refuse.sql", function.formatted("RAISE EXCEPTION 'not here';"));

    assertThat(steps.titles()).containsExactly("V2: breaks-old-code on jobs");
  }

  @Test
  void findsNothingWhereNothingIsThat() throws SQLException {
    assertThat(
            objects(
                """
                CREATE INDEX ON jobs (note);
                COMMENT ON TABLE jobs IS 'What is to be done.';
                CREATE TABLE tasks (id bigint PRIMARY KEY, job_id bigint REFERENCES jobs);
                """))
        .isEmpty();
  }

  private List<String> objects(String migration) throws SQLException {
    return after(migration).stream().map(Finding::object).toList();
  }

  private List<Finding> after(String migration) throws SQLException {
    return new ProvenCase(postgres, Rule.BREAKS_OLD_CODE)
        .with("V1__jobs.sql", JOBS)
        .with("V2__change.sql", migration)
        .findings();
  }
}
