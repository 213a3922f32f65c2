package io.speechtotext.migrator.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.migrator.MigrationFailedException;
import io.speechtotext.migrator.Script;
import io.speechtotext.migrator.script.ScriptReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropReaderTest {

  @Test
  void findsTablesHoweverTheyAreNamed() {
    assertThat(
            drops(
                """
                DROP TABLE jobs;
                -- DROP TABLE not_this;
                drop /* nor */ table if exists Public."Job s" , b cascade;
                DROP TABLE "we""ird" RESTRICT;
                """))
        .containsExactly("\"jobs\"", "\"public\".\"Job s\"?", "\"b\"?", "\"we\"\"ird\"");
  }

  @Test
  void findsEveryColumnOfAStatement() {
    assertThat(
            drops(
                """
                ALTER TABLE IF EXISTS ONLY jobs
                    DROP CONSTRAINT c,
                    ALTER COLUMN a DROP DEFAULT,
                    ADD CONSTRAINT d CHECK (x IN (1, 2)),
                    ADD COLUMN m numeric(10, 2) DEFAULT f(1, 2), -- DROP COLUMN e,
                    DROP COLUMN a CASCADE,
                    DROP IF EXISTS "B, c",
                    DROP
                    /* here */ COLUMN
                    D;
                ALTER TABLE s.t * DROP column IF EXISTS x RESTRICT;
                ALTER TABLE t ALTER COLUMN x DROP NOT NULL, DROP CONSTRAINT IF EXISTS y;
                """))
        .containsExactly("\"jobs\" a?", "\"jobs\" B, c?", "\"jobs\" d?", "\"s\".\"t\" x?");
  }

  @Test
  void countsEmptyingATableAsDroppingIt() {
    assertThat(drops("TRUNCATE a; TRUNCATE TABLE ONLY b *, c CASCADE;"))
        .containsExactly("\"a\"", "\"b\"", "\"c\"");
  }

  @Test
  void looksIntoBlocks() {
    assertThat(
            drops(
                """
                DO $$
                BEGIN
                  IF true THEN
                    DROP TABLE a;
                  ELSE ALTER TABLE b DROP COLUMN c;
                  END IF;
                  RAISE NOTICE 'DROP TABLE d';
                END
                $$ LANGUAGE plpgsql;
                """))
        .containsExactly("\"a\"", "\"b\" c");
  }

  @Test
  void knowsWhatTheScriptMadeItself() {
    assertThat(
            drops(
                """
                CREATE TEMPORARY TABLE IF NOT EXISTS kept AS SELECT * FROM a;
                CREATE UNLOGGED TABLE other (n int);
                ALTER TABLE other RENAME TO another;
                DROP TABLE kept, another, real_one;
                """))
        .containsExactly("\"real_one\"");
  }

  @Test
  void followsRenames() {
    assertThat(
            drops(
                """
                ALTER TABLE s.a RENAME TO b;
                ALTER TABLE s.b RENAME COLUMN x TO y;
                ALTER TABLE s.b RENAME y TO z;
                ALTER TABLE s.b RENAME CONSTRAINT c TO d;
                ALTER TABLE s.b DROP COLUMN z;
                ALTER TABLE c RENAME TO d;
                DROP TABLE d;
                """))
        .containsExactly("\"s\".\"a\" x", "\"c\"");
  }

  @Test
  void namesNothingTwice() {
    assertThat(drops("ALTER TABLE a DROP b; DROP TABLE a; TRUNCATE a;")).containsExactly("\"a\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP INDEX a;",
        "DROP VIEW a CASCADE;",
        "DROP TYPE a;",
        "DROP SCHEMA a;",
        "ALTER TYPE a ADD VALUE 'drop attribute';",
        "ALTER TABLE ALL IN TABLESPACE a SET TABLESPACE b;",
        "GRANT TRUNCATE ON a TO b;",
        "COMMENT ON TABLE a IS 'x; DROP TABLE a';",
        "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ DROP TABLE a $$;",
        "DO $$ BEGIN EXECUTE 'SELECT 1'; END $$;"
      })
  void findsNothingWhereNothingIsDropped(String sql) {
    assertThat(drops(sql)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP SCHEMA a CASCADE;",
        "DROP TYPE a, b CASCADE;",
        "DROP DOMAIN IF EXISTS a CASCADE;",
        "DROP EXTENSION a CASCADE;",
        "DROP COLLATION a CASCADE;",
        "DROP OWNED BY a;",
        "DROP TABLE U&\"d\\0061t\\+000061\";",
        "ALTER TABLE a DROP COLUMN U&\"d\\0061t\\+000061\";",
        "ALTER TYPE a DROP ATTRIBUTE b CASCADE;",
        "DO $$ BEGIN DROP SCHEMA a CASCADE; END $$;"
      })
  void refusesWhatItCannotTell(String sql) {
    assertThatExceptionOfType(MigrationFailedException.class)
        .isThrownBy(() -> drops("SELECT 1;\n" + sql))
        .withMessageContaining("U7__a.sql, line 2: this statement drops something")
        .withMessageContaining("--lose-data --no-copy");
  }

  private static List<String> drops(String sql) {
    Script script = new Script("U7__a.sql", sql, null);
    return DropReader.dropsOf(new ScriptReader(Map.of()).read(script)).stream()
        .map(DropReaderTest::text)
        .toList();
  }

  private static String text(Drop drop) {
    return drop.table()
        + (drop.column() == null ? "" : " " + drop.column())
        + (drop.mayBeMissing() ? "?" : "");
  }
}
