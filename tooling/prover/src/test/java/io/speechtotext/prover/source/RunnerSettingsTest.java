package io.speechtotext.prover.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.migrator.Script;
import io.speechtotext.migrator.script.ScriptReader;
import io.speechtotext.migrator.script.SqlScript;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunnerSettingsTest {

  @Test
  void runsAScriptInATransaction() {
    assertThat(read("CREATE TABLE a (n int);\nCREATE TABLE b (n int);", null).inTransaction())
        .isTrue();
  }

  @Test
  void takesAScriptInATransactionOfItsOwnForOneInItsRunners() {
    assertThat(read("-- why\nBEGIN;\nCREATE TABLE a (n int);\nCOMMIT;", null).inTransaction())
        .isTrue();
    assertThat(read("START TRANSACTION; SELECT 1; END;", null).inTransaction()).isTrue();
  }

  @Test
  void leavesTransactionsToAScriptThatBeginsSeveral() {
    assertThat(read("BEGIN; SELECT 1; COMMIT; BEGIN; SELECT 2; COMMIT;", null).inTransaction())
        .isFalse();
    assertThat(read("BEGIN ISOLATION LEVEL SERIALIZABLE; SELECT 1; END;", null).inTransaction())
        .isFalse();
    assertThat(read("BEGIN; SELECT 1;", null).inTransaction()).isFalse();
  }

  @Test
  void runsWhatCannotBeInATransactionOutside() {
    assertThat(read("CREATE INDEX CONCURRENTLY i ON t (n);", null).inTransaction()).isFalse();
  }

  @Test
  void doesAsTheScriptOrTheFileBesideItAsks() {
    assertThat(read("-- no-transaction\nSELECT 1;", null).inTransaction()).isFalse();
    assertThat(read("SELECT 1;", "run_in_transaction = false").inTransaction()).isFalse();
    assertThat(read("SELECT 1;", "# run_in_transaction = false").inTransaction()).isTrue();
  }

  @Test
  void takesTheBodyOfAFunctionForNoTransaction() {
    SqlScript script =
        read(
            """
            CREATE FUNCTION f(n int) RETURNS int LANGUAGE sql
            BEGIN ATOMIC
                SELECT 1;
                SELECT CASE WHEN n > 1 THEN 2 ELSE 3 END;
            END;
            DO $$ BEGIN PERFORM 1; END $$; SELECT 2;
            """,
            null);

    assertThat(script.inTransaction()).isTrue();
    assertThat(script.statements()).hasSize(3);
  }

  @Test
  void knowsNoPlaceholders() {
    assertThat(read("SELECT '${name}';", null).statements().get(0).sql()).contains("${name}");
  }

  @Test
  void leavesWhatCannotBeReadToWhoeverRunsIt() {
    assertThat(RunnerSettings.of("1_a.up.sql", "SELECT 'never closed", null))
        .doesNotContain("executeInTransaction");
  }

  private static SqlScript read(String sql, @Nullable String metadata) {
    String name = "1_a.up.sql";
    return new ScriptReader(Map.of())
        .read(new Script(name, sql, RunnerSettings.of(name, sql, metadata)));
  }
}
