package io.speechtotext.migrator.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ThrowawayPostgresExtension.class)
class CopyTest {

  private final TestDatabase database;

  CopyTest(ThrowawayPostgres server) throws SQLException {
    database = new TestDatabase(server);
  }

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  @Test
  void keepsATableWhole() throws SQLException {
    database.execute("CREATE TABLE t (n int, m text); INSERT INTO t VALUES (1, 'a'), (2, NULL)");
    copy("DROP TABLE t");
    assertThat(names()).singleElement().asString().matches("v7_t_\\d{8}t\\d{6}z");
    assertThat(rowsOf(names().get(0))).containsExactly("1|a", "2|null");
  }

  @Test
  void keepsDroppedColumnsWithThePrimaryKeyWhereTheyHoldSomething() throws SQLException {
    database.execute(
        """
        CREATE TABLE t (a int, kept text, b int, gone text, flag boolean DEFAULT false, PRIMARY KEY (b, a));
        INSERT INTO t VALUES (1, 'x', 2, 'lost', false), (3, 'x', 4, NULL, true), (5, 'x', 6, NULL, false)
        """);
    copy("ALTER TABLE t DROP COLUMN gone, DROP COLUMN flag");
    assertThat(columnsOf(names().get(0))).containsExactly("a", "b", "gone", "flag");
    assertThat(rowsOf(names().get(0))).containsExactly("1|2|lost|f", "3|4|null|t");
  }

  @Test
  void keepsAllColumnsWhereNoKeyTellsTheRowsApart() throws SQLException {
    database.execute("CREATE TABLE t AS SELECT 1 AS a, 2 AS b");
    copy("ALTER TABLE t DROP COLUMN b");
    assertThat(columnsOf(names().get(0))).containsExactly("a", "b");
  }

  @Test
  void makesNothingWhereNothingIsLost() throws SQLException {
    database.execute("CREATE TABLE t (n int); INSERT INTO t VALUES (NULL)");
    copy("ALTER TABLE t DROP COLUMN n");
    copy("DROP TABLE IF EXISTS missing");
    assertThat(database.rows("SELECT to_regnamespace('undone')")).containsExactly("null");
  }

  @Test
  void makesOneCopyForEachTable() throws SQLException {
    database.execute("CREATE SCHEMA s; CREATE TABLE s.t AS SELECT 1; CREATE TABLE t AS SELECT 2");
    database.execute("CREATE TABLE u AS SELECT 3");
    copy("DROP TABLE s.t, t, u");
    assertThat(names()).hasSize(3);
    assertThat(names().get(1)).isEqualTo(names().get(0) + "_2");
  }

  @Test
  void survivesTheLossOfTypesAndCollations() throws SQLException {
    database.execute(
        """
        CREATE TYPE mood AS ENUM ('calm'); CREATE TYPE pair AS (a int); CREATE DOMAIN d AS int;
        CREATE COLLATION c (lc_collate = 'C', lc_ctype = 'C');
        CREATE TABLE t (m mood, ms mood[], p pair, d d, c text COLLATE c, n int);
        INSERT INTO t VALUES ('calm', '{calm}', ROW(1), 2, 'x', 3);
        """);
    String undo = "DROP TABLE t; DROP TYPE mood, pair; DROP DOMAIN d; DROP COLLATION c;";
    copy(undo);
    database.execute(undo);
    assertThat(rowsOf(names().get(0))).containsExactly("calm|{calm}|(1)|2|x|3");
  }

  @Test
  void cutsANameThatIsTooLong() throws SQLException {
    String name = "ä".repeat(20) + "b".repeat(23);
    database.execute("CREATE TABLE \"%s\" AS SELECT 1 AS n".formatted(name));
    copy("DROP TABLE \"" + name + "\"");
    copy("DROP TABLE \"" + name + "\"");
    assertThat(names())
        .hasSize(2)
        .allMatch(each -> each.startsWith("v7_" + "ä".repeat(20)))
        .allMatch(each -> each.matches(".*_\\d{8}t\\d{6}z(_2)?"));
  }

  @Test
  void isTheOwnersAlone() throws SQLException {
    String role = database.roleName("reader_");
    database.execute("CREATE ROLE %s; CREATE TABLE t AS SELECT 1 AS n".formatted(role));
    try {
      database.execute("ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC, " + role);
      database.execute("ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO " + role);
      copy("DROP TABLE t");
      assertThat(
              database.rows(
                  "SELECT has_table_privilege('%s', format('undone.%%I', '%s'), 'SELECT')"
                      .formatted(role, names().get(0))))
          .containsExactly("f");
      assertThat(
              database.rows("SELECT has_schema_privilege('%s', 'undone', 'USAGE')".formatted(role)))
          .containsExactly("f");
    } finally {
      database.execute("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(role));
    }
  }

  @Test
  void keepsWritersOut() throws SQLException {
    database.execute("CREATE TABLE t AS SELECT 1 AS n");
    database.stayInTransaction();
    copy("ALTER TABLE t DROP COLUMN n");
    assertThat(
            database.rows("SELECT mode FROM pg_locks WHERE relation = 't'::regclass ORDER BY mode"))
        .contains("AccessExclusiveLock");
  }

  @Test
  void refusesWhatIsMissing() {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> copy("DROP TABLE t"))
        .withMessageContaining("drops \"t\", which is not there by that name");
  }

  @Test
  void letsNoNameBreakOutOfTheBlock() throws SQLException {
    database.execute("CREATE TABLE \"$copy$; it's \\ \"\" %s\" AS SELECT 1 AS n");
    copy("DROP TABLE \"$copy$; it's \\ \"\" %s\"");
    assertThat(names()).singleElement().asString().startsWith("v7_$copy$; it's \\ \" %s_");
  }

  private void copy(String undo) throws SQLException {
    database.execute(CopySql.of(TestDatabase.drops(undo)));
  }

  private List<String> names() throws SQLException {
    return database.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'undone' ORDER BY 1");
  }

  private List<String> rowsOf(String copy) throws SQLException {
    return database.rows("SELECT * FROM undone.\"%s\" ORDER BY 1".formatted(copy));
  }

  private List<String> columnsOf(String copy) throws SQLException {
    return database.rows(
        "SELECT attname FROM pg_attribute WHERE attrelid = 'undone.%s'::regclass AND attnum > 0 ORDER BY attnum"
            .formatted(copy));
  }
}
