package io.speechtotext.migrator.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.migrator.Script;
import io.speechtotext.migrator.script.ScriptReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatabilityTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "CREATE INDEX CONCURRENTLY ix ON t (n), ix",
        "create unique index concurrently Ix on only s.t (n), s.Ix",
        "`CREATE INDEX CONCURRENTLY \"we \"\"ird\" ON \"S.x\" . \"t\" (n)`, `\"S.x\".\"we \"\"ird\"`",
        "`/* why */ CREATE -- not\nINDEX CONCURRENTLY /**/ ix ON t USING gin (n) WHERE n > 0`, ix",
        "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix ON t (n), ix",
        "CREATE INDEX CONCURRENTLY größe ON t (n), größe",
      })
  void knowsTheIndexThatAStatementMakes(String sql, String index) {
    assertThat(indexes(sql)).containsExactly(index);
    assertThat(of(sql).isGiven()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE INDEX CONCURRENTLY ON t (n)",
        "CREATE INDEX ix ON t (n)",
        "REINDEX INDEX CONCURRENTLY ix",
        "INSERT INTO t VALUES (1)",
        "DROP INDEX CONCURRENTLY ix",
        "SETTLE",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "DROP FUNCTION f()",
        "CALL repair()",
        "ALTER TABLE t VALIDATE CONSTRAINT c, DROP COLUMN n",
        "-- Repeatable:\nCALL repair()",
        "/*\n-- not Repeatable: never\n*/ CALL repair()",
        "CALL repair(E'\n-- Repeatable: no comment')",
      })
  void isNotGivenForWhatCannotBeToldOrRepeated(String sql) {
    assertThat(of(sql).isGiven()).isFalse();
    assertThat(indexes(sql)).isEmpty();
  }

  @Test
  void allowsWhatDoesNothingTheSecondTimeBesideAnIndex() {
    Repeatability found =
        of(
            """
            SET maintenance_work_mem = '64MB';
            DROP INDEX CONCURRENTLY IF EXISTS old_ix;
            CREATE INDEX CONCURRENTLY ix ON t (n);
            COMMENT ON INDEX ix IS 'why';
            ANALYZE t;
            """);
    assertThat(found.isGiven()).isTrue();
    assertThat(found.indexes()).containsExactly(new ConcurrentIndex("ix", false, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "create or replace procedure p() LANGUAGE sql AS ''",
        "CREATE OR REPLACE VIEW v AS SELECT 1",
        "DROP PROCEDURE IF EXISTS p()",
        "DROP TRIGGER IF EXISTS t ON s",
        "ALTER TABLE t VALIDATE CONSTRAINT c",
        "alter table only s.t /* all */ validate constraint c, VALIDATE CONSTRAINT \"D, e\"",
        "-- Moves rows.\n  -- Repeatable: rows that were moved are not met again\nCALL p()",
      })
  void isGivenForWhatMakesTheSameTwice(String sql) {
    assertThat(of(sql).isGiven()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DROP INDEX CONCURRENTLY IF EXISTS ix; CREATE INDEX CONCURRENTLY ix ON t (n) | true",
        "drop index IX cascade; CREATE INDEX CONCURRENTLY ix ON t (n) | true",
        "DROP INDEX s . \"ix\" /* old */; CREATE INDEX CONCURRENTLY ix ON S.t (n) | true",
        "CREATE INDEX CONCURRENTLY IF NOT EXISTS ix ON t (n) | true",
        "DROP INDEX \"IX\"; CREATE INDEX CONCURRENTLY ix ON t (n) | false",
        "DROP INDEX ix; CREATE INDEX CONCURRENTLY ix ON s.t (n) | false",
        "DROP INDEX ixx; CREATE INDEX CONCURRENTLY ix ON t (n) | false",
        "CREATE INDEX CONCURRENTLY ix ON t (n); DROP INDEX ix | false",
      })
  void knowsWhichIndexMayBeThereBefore(String sql, boolean mayBeThere) {
    assertThat(of(sql).indexes())
        .singleElement()
        .extracting(ConcurrentIndex::mayBeThere)
        .isEqualTo(mayBeThere);
  }

  @Test
  void isNotGivenInATransaction() {
    Script script = new Script("V1__x.sql", "COMMENT ON TABLE t IS 'x';", null);
    assertThat(Repeatability.of(new ScriptReader(Map.of()).read(script)).isGiven()).isFalse();
  }

  private static List<String> indexes(String sql) {
    return of(sql).indexes().stream().map(ConcurrentIndex::name).toList();
  }

  private static Repeatability of(String sql) {
    Script script = new Script("V1__x.sql", sql, "executeInTransaction=false");
    return Repeatability.of(new ScriptReader(Map.of()).read(script));
  }
}
