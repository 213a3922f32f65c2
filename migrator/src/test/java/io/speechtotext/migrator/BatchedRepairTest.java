package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A script that changes rows in batches, and commits each. */
@ExtendWith(ThrowawayPostgresExtension.class)
class BatchedRepairTest {

  // The second batch meets a row that it cannot take.
  private static final String REPAIR =
      """
      DO $$
      DECLARE
        batch int;
      BEGIN
        RAISE WARNING 't: % row(s) to repair', (SELECT count(*) FROM t WHERE n < 0);
        RAISE NOTICE 'nobody needs to know';
        FOR batch IN 1..2 LOOP
          UPDATE t SET n = sqrt(-n) WHERE id = batch AND n < 0;
          COMMIT;
          IF EXISTS (SELECT FROM t WHERE id = batch + 1 AND n = -666) THEN
            RAISE 'the row % is odd', batch + 1;
          END IF;
        END LOOP;
      END $$;
      """;

  private final Project project;
  private final List<String> warnings = new ArrayList<>();

  BatchedRepairTest(ThrowawayPostgres server, @TempDir Path path) {
    project = Project.on(server, path);
  }

  @BeforeEach
  void makeTable() throws IOException {
    project
        .pair(
            "1", "make_it", "CREATE TABLE t (id int, n int); INSERT INTO t VALUES (1,-4),(2,-666)")
        .up();
    project.file("U2__repair.sql", "SELECT 1;");
    project.file("V2__repair.sql.conf", "executeInTransaction=false");
  }

  @AfterEach
  void dropDatabase() {
    project.close();
  }

  @Test
  void goesOnWhereItStoppedWhenItSaysThatItCanBeRepeated() throws Exception {
    project.file("V2__repair.sql", "-- Repeatable: what is positive is not met again\n" + REPAIR);
    assertFailsHalfway();

    project.execute("UPDATE t SET n = -9 WHERE id = 2");
    project.up();

    assertThat(project.query("SELECT string_agg(n::text, ',' ORDER BY id) FROM t"))
        .isEqualTo("2,3");
  }

  @Test
  void isNotBegunAgainWhenItDoesNotSaySo() throws Exception {
    project.file("V2__repair.sql", REPAIR);
    assertFailsHalfway();

    assertThatExceptionOfType(HistoryConflictException.class)
        .isThrownBy(project::up)
        .withMessageContaining("V2__repair.sql: it runs outside a transaction, and did not end");
  }

  @Test
  void tellsWhatItWarnsOfAndNoNotices() throws Exception {
    project.file("V2__repair.sql", "-- Repeatable: what is positive is not met again\n" + REPAIR);
    project.execute("UPDATE t SET n = -9 WHERE id = 2");

    project.migrator(MigratorSettings.defaults(), listener()).up();

    assertThat(warnings).containsExactly("V2: t: 2 row(s) to repair");
  }

  private void assertFailsHalfway() throws Exception {
    assertThatExceptionOfType(MigrationFailedException.class)
        .isThrownBy(project::up)
        .withMessageContaining("the row 2 is odd");
    assertThat(project.query("SELECT n FROM t WHERE id = 1")).isEqualTo("2");
  }

  private MigrationProgress listener() {
    return new MigrationProgress() {
      @Override
      public void warned(Migration migration, String warning) {
        warnings.add("V" + migration.version() + ": " + warning);
      }
    };
  }
}
