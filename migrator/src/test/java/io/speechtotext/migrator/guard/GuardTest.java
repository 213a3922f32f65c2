package io.speechtotext.migrator.guard;

import static io.speechtotext.migrator.guard.TestDatabase.drops;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.migrator.DataLossException;
import io.speechtotext.migrator.LostRows;
import io.speechtotext.migrator.Version;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ThrowawayPostgresExtension.class)
class GuardTest {

  private final TestDatabase database;

  GuardTest(ThrowawayPostgres server) throws SQLException {
    database = new TestDatabase(server);
  }

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  @Test
  void countsTheRowsOfATable() throws SQLException {
    database.execute("CREATE TABLE t (n int); INSERT INTO t VALUES (1), (NULL)");
    assertThat(losses("DROP TABLE t")).containsExactly("version 7: table t: 2 row(s)");
    database.execute("TRUNCATE t");
    assertThat(losses("DROP TABLE t")).isEmpty();
  }

  @Test
  void namesAllLossesAtOnce() throws SQLException {
    database.execute(
        "CREATE SCHEMA \"S 1\"; CREATE TABLE \"S 1\".\"T.1\" (a int, \"B.\"\"b\" int, c int)");
    database.execute("INSERT INTO \"S 1\".\"T.1\" VALUES (1, 2, NULL), (NULL, 2, NULL)");
    database.execute("CREATE TABLE t AS SELECT 1 AS n");
    assertThat(
            losses(
                "ALTER TABLE \"S 1\".\"T.1\" DROP a, DROP \"B.\"\"b\", DROP c; DROP TABLE public.t"))
        .containsExactlyInAnyOrder(
            "version 7: column \"S 1\".\"T.1\".a: 1 row(s)",
            "version 7: column \"S 1\".\"T.1\".B.\"b: 2 row(s)",
            "version 7: table t: 1 row(s)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "int                                    ; NULL",
        "int NOT NULL DEFAULT 1                 ; 1",
        "int DEFAULT -1                         ; -1",
        "bigint DEFAULT 10000000000             ; 10000000000",
        "numeric(10, 2) DEFAULT 0.5             ; 0.5",
        "double precision DEFAULT 1e100         ; 1e100",
        "boolean NOT NULL DEFAULT false         ; false",
        "varchar(50) NOT NULL DEFAULT 'it''s \\' ; 'it''s \\'",
        "char(3) DEFAULT 'a'                    ; 'a'",
        "text DEFAULT ''                        ; ''",
        "text DEFAULT NULL                      ; NULL",
        "date DEFAULT '2026-01-01'              ; '2026-01-01'",
        "timestamptz DEFAULT '2026-01-01 UTC'   ; '2026-01-01 UTC'",
        "interval DEFAULT '1 day'               ; '1 day'",
        "json DEFAULT '{}'                      ; '{}'",
        "jsonb DEFAULT '{\"a\": 1}'             ; '{\"a\": 1}'",
        "text[] DEFAULT '{}'                    ; '{}'",
        "text[] DEFAULT ARRAY[]::text[]         ; '{}'",
        "mood DEFAULT 'calm'                    ; 'calm'",
        "\"Odd type\" DEFAULT 3                 ; 3",
        "bytea DEFAULT '\\x00'                  ; '\\x00'",
        "uuid DEFAULT '00000000-0000-0000-0000-000000000000' ; '00000000-0000-0000-0000-000000000000'",
      })
  void seesNoLossInNullOrTheDefault(String type, String value) throws SQLException {
    database.execute(
        "CREATE TYPE mood AS ENUM ('calm'); CREATE DOMAIN \"Odd type\" AS int CHECK (VALUE > 2)");
    database.execute("CREATE TABLE t (n " + type + "); INSERT INTO t VALUES (" + value + ")");
    assertThat(losses("ALTER TABLE t DROP COLUMN n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "int                                      ; 0",
        "int DEFAULT 1                            ; 2",
        "serial                                   ; DEFAULT",
        "int GENERATED ALWAYS AS IDENTITY         ; DEFAULT",
        "timestamptz DEFAULT now()                ; DEFAULT",
        "text DEFAULT current_user                ; DEFAULT",
        "text DEFAULT 'a' || 'b'                  ; DEFAULT",
        "json DEFAULT '{}'                        ; '{ }'",
        "varchar(50) DEFAULT 'pending'            ; 'approved'",
        "pair                                     ; ROW(NULL, NULL)",
      })
  void seesALossInAnythingElse(String type, String value) throws SQLException {
    database.execute("CREATE TYPE pair AS (a int, b int)");
    database.execute("CREATE TABLE t (n " + type + "); INSERT INTO t VALUES (" + value + ")");
    assertThat(losses("ALTER TABLE t DROP COLUMN n"))
        .containsExactly("version 7: column t.n: 1 row(s)");
  }

  @Test
  void seesNoLossInWhatIsComputedFromOtherColumns() throws SQLException {
    database.execute("CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED)");
    database.execute("INSERT INTO t VALUES (1)");
    assertThat(losses("ALTER TABLE t DROP COLUMN b")).isEmpty();
  }

  @Test
  void countsRowsThatAPolicyHides() throws SQLException {
    database.execute("CREATE TABLE t AS SELECT 1 AS n; ALTER TABLE t ENABLE ROW LEVEL SECURITY");
    database.execute("ALTER TABLE t FORCE ROW LEVEL SECURITY");
    String role = database.roleName("plain_");
    database.execute("CREATE ROLE %1$s; ALTER TABLE t OWNER TO %1$s".formatted(role));
    try {
      database.execute("SET ROLE " + role);
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> losses("DROP TABLE t"))
          .withMessageContaining("row-level security");
      assertThat(database.rows("SHOW row_security")).containsExactly("on");
    } finally {
      database.execute("RESET ROLE; DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(role));
    }
  }

  @Test
  void passesOverWhatMayBeMissing() throws SQLException {
    database.execute("CREATE TABLE t (n int)");
    assertThat(
            losses(
                "DROP TABLE IF EXISTS a, nowhere.b; ALTER TABLE IF EXISTS c DROP d;"
                    + " ALTER TABLE t DROP COLUMN IF EXISTS m"))
        .isEmpty();
  }

  @Test
  void refusesWhatIsMissingUnderTheNameThatIsDropped() throws SQLException {
    database.execute("CREATE TABLE t (n int)");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> losses("ALTER TABLE t DROP COLUMN m"))
        .withMessageContaining("The undo of version 7 drops \"t\".m, which is not there");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> losses("DROP TABLE x.t"))
        .withMessageContaining("drops \"x\".\"t\", which is not there");
  }

  @Test
  void looksAheadAtSeveralUndosWithoutMindingWhatIsMissing() throws SQLException {
    database.execute("CREATE TABLE t AS SELECT 1 AS n");
    UndoDrops newer = new UndoDrops(Version.of("8"), drops("ALTER TABLE t DROP n").drops());
    String forecast = GuardSql.forecast(List.of(newer, drops("DROP TABLE t, missing")), "wait");
    assertThat(run(forecast))
        .containsExactly("version 8: column t.n: 1 row(s)", "version 7: table t: 1 row(s)");
    assertThat(database.rows("SELECT count(*) FROM pg_locks WHERE relation = 't'::regclass"))
        .containsExactly("0");
  }

  @Test
  void keepsWritersOutFromTheCountOn() throws SQLException {
    database.execute("CREATE TABLE t (n int)");
    database.stayInTransaction();
    assertThat(losses("DROP TABLE t")).isEmpty();
    assertThat(
            database.rows(
                "SELECT mode FROM pg_locks WHERE relation = 't'::regclass AND mode LIKE 'AccessE%'"))
        .containsExactly("AccessExclusiveLock");
  }

  private List<String> losses(String undo) throws SQLException {
    return run(GuardSql.check(drops(undo), "it's \\ a hint"));
  }

  private List<String> run(String guard) throws SQLException {
    try {
      database.execute(guard);
      return List.of();
    } catch (SQLException e) {
      DataLossException refusal = Losses.in(e);
      if (refusal == null) {
        throw e;
      }
      assertThat(String.valueOf(e.getMessage())).contains("would lose data that is there");
      return refusal.losses().stream().map(LostRows::toString).toList();
    }
  }
}
