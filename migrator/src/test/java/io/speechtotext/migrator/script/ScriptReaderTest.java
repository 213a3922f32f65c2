package io.speechtotext.migrator.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.migrator.MigrationFailedException;
import io.speechtotext.migrator.Script;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptReaderTest {

  @Test
  void splitsAtSemicolonsAndNowhereElse() {
    List<SqlStatement> statements =
        read("""
                -- first; of all
                CREATE TABLE "a;b" (n int);
                DO $x$ BEGIN PERFORM 1; END $x$;

                /* then; */ INSERT INTO t VALUES ('it''s; so');
                SELECT E'\\';'
                """)
            .statements();
    assertThat(statements).extracting(SqlStatement::line).containsExactly(2, 3, 5, 6);
    assertThat(statements.get(0).sql()).isEqualTo("-- first; of all\nCREATE TABLE \"a;b\" (n int)");
    assertThat(statements.get(3).sql()).isEqualTo("SELECT E'\\';'");
  }

  @Test
  void passesOverAByteOrderMarkAndAnEmptyScript() {
    assertThat(read("\ufeffSELECT 1;").statements().get(0).sql()).isEqualTo("SELECT 1");
    assertThat(read("-- nothing\n").statements()).isEmpty();
    assertThat(read("").inTransaction()).isTrue();
  }

  @Test
  void keepsTheSemicolonOutOfAClosingComment() {
    SqlStatement commented = read("SELECT 1 -- one\n").statements().get(0);
    assertThat(commented.terminated()).isEqualTo("SELECT 1 -- one\n;\n");
    assertThat(read("SELECT 1").statements().get(0).terminated()).isEqualTo("SELECT 1;\n");
  }

  @Test
  void keepsTheLinesOfACopyWithIt() {
    List<SqlStatement> statements =
        read("SELECT 0;\nCOPY t (n) FROM STDIN;\n1\n${n}\n\\.\nSELECT 2;\n").statements();
    assertThat(statements).hasSize(3);
    assertThat(statements.get(1).copyData()).isEqualTo("1\n7\n");
    assertThat(statements.get(1).terminated()).isEqualTo("COPY t (n) FROM STDIN;\n1\n7\n\\.\n");
    assertThat(statements.get(2).line()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE INDEX CONCURRENTLY i ON t (n);",
        "CREATE UNIQUE INDEX CONCURRENTLY i ON t (n);",
        "DROP INDEX CONCURRENTLY IF EXISTS i; -- why\nDROP INDEX CONCURRENTLY j;",
        "VACUUM t;"
      })
  void knowsWhatCannotRunInATransaction(String sql) {
    assertThat(read(sql).inTransaction()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "-- why\n", "/* why */ "})
  void readsOnHoweverMuchStandsBeforeAStatement(String space) {
    assertThat(read(space.repeat(4_000) + "VACUUM t;").inTransaction()).isFalse();
    assertThat(read(space.repeat(4_000) + "ALTER TYPE mood ADD VALUE 'calm';").inTransaction())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t (n int); DROP INDEX i;",
        "-- since PostgreSQL 12\nALTER TYPE mood ADD VALUE 'calm'; SELECT 1;",
        "/* in a transaction */ alter type mood add value if not exists 'calm';"
      })
  void knowsWhatCan(String sql) {
    assertThat(read(sql).inTransaction()).isTrue();
  }

  @Test
  void heedsTheConfigurationBesideTheScript() {
    String sql = "REINDEX INDEX CONCURRENTLY i; SELECT '${n}';";
    Script script = new Script("U1__a.sql", sql, "executeInTransaction=false");
    assertThat(reader().read(script).inTransaction()).isFalse();
    Script plain = new Script("U1__a.sql", sql, "placeholderReplacement=false");
    assertThat(reader().read(plain).statements().get(1).sql()).isEqualTo("SELECT '${n}'");
  }

  @Test
  void refusesAMixture() {
    assertThatExceptionOfType(MigrationFailedException.class)
        .isThrownBy(() -> read("SELECT 1;\nDROP INDEX CONCURRENTLY i;"))
        .withMessageContaining("U1__a.sql, line 2: this statement cannot run in a transaction")
        .satisfies(e -> assertThat(e.line()).isEqualTo(2));
  }

  @Test
  void fillsPlaceholdersAndRefusesThoseWithoutAValue() {
    assertThat(read("SELECT ${N}, '${flyway:filename}'").statements().get(0).sql())
        .isEqualTo("SELECT 7, 'U1__a.sql'");
    assertThatExceptionOfType(MigrationFailedException.class)
        .isThrownBy(() -> read("SELECT 1;\nSELECT ${unknown};"))
        .withMessageContaining("U1__a.sql")
        .withMessageContaining("No value provided for placeholder: ${unknown}");
  }

  @Test
  void namesTheLineOfWhatDoesNotEnd() {
    assertThatExceptionOfType(MigrationFailedException.class)
        .isThrownBy(
            () -> read("SELECT 1;\nCREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1;\n"))
        .withMessageContaining("U1__a.sql, line 2: this cannot be read as SQL: Incomplete");
  }

  private static ScriptReader reader() {
    return new ScriptReader(Map.of("n", "7"));
  }

  private static SqlScript read(String sql) {
    return reader().read(new Script("U1__a.sql", sql, null));
  }
}
