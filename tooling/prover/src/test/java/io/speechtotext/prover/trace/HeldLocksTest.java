package io.speechtotext.prover.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.migrator.Script;
import io.speechtotext.migrator.script.ScriptReader;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ThrowawayPostgresExtension.class)
class HeldLocksTest {

  private static final String ALONE = "executeInTransaction=false\n";

  private final ThrowawayDatabase database;

  HeldLocksTest(ThrowawayPostgres postgres) {
    this.database = postgres.createDatabase();
  }

  @BeforeEach
  void makeTables() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE jobs (id bigint CONSTRAINT jobs_pkey PRIMARY KEY, size integer);
          INSERT INTO jobs SELECT i, i FROM generate_series(1, 100) AS i;
          CREATE TABLE owners (id bigint);
          """);
    }
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void lastUntilTheTransactionEnds() throws SQLException {
    Trace trace =
        trace("ALTER TABLE jobs ADD COLUMN note text; SELECT count(*) FROM jobs; SELECT 1;", null);

    HeldLock lock = HeldLocks.of(trace).get(0);

    assertThat(lock.mode()).isEqualTo(LockMode.ACCESS_EXCLUSIVE);
    assertThat(lock.blocks()).isEqualTo(LockMode.Blocks.READS_AND_WRITES);
    assertThat(lock.table()).hasToString("jobs");
    assertThat(lock.time()).isEqualTo(trace.time());
    assertThat(lock.readInFull()).isTrue();
    assertThat(lock.rewritten()).isFalse();
  }

  @Test
  void lastUntilTheirOwnStatementEndsOutsideATransaction() throws SQLException {
    Trace trace = trace("CREATE INDEX jobs_size ON jobs (size); SELECT count(*) FROM jobs;", ALONE);

    HeldLock lock = HeldLocks.of(trace).get(0);

    assertThat(lock.mode()).isEqualTo(LockMode.SHARE);
    assertThat(lock.blocks()).isEqualTo(LockMode.Blocks.WRITES);
    assertThat(lock.to()).isEqualTo(trace.statements().get(1).begin());
    assertThat(lock.readInFull()).isTrue();
  }

  @Test
  void lastUntilACommitInTheScript() throws SQLException {
    Trace trace =
        trace("LOCK TABLE jobs IN EXCLUSIVE MODE; COMMIT; SELECT count(*) FROM owners;", null);

    HeldLock lock = HeldLocks.of(trace).get(0);

    assertThat(lock.to()).isEqualTo(trace.statements().get(2).begin());
    assertThat(lock.readInFull()).isFalse();
  }

  @Test
  void tellWhatWasWrittenAnew() throws SQLException {
    Trace trace = trace("ALTER TABLE jobs ALTER COLUMN size TYPE bigint;", null);

    assertThat(HeldLocks.of(trace))
        .filteredOn(lock -> lock.index() == null)
        .first()
        .matches(HeldLock::rewritten);
  }

  @Test
  void areToldOfAnIndexWithItsTable() throws SQLException {
    Trace trace = trace("REINDEX INDEX jobs_pkey;", null);

    assertThat(HeldLocks.of(trace))
        .anySatisfy(
            lock -> {
              assertThat(lock.table()).hasToString("jobs");
              assertThat(lock.index()).isNotNull();
              assertThat(lock.mode()).isEqualTo(LockMode.ACCESS_EXCLUSIVE);
              assertThat(lock.rewritten()).isTrue();
            });
  }

  @Test
  void areNotToldOfWhatTheScriptMade() throws SQLException {
    Trace trace = trace("CREATE TABLE parts (id bigint); ALTER TABLE parts ADD size bigint;", null);

    assertThat(HeldLocks.of(trace)).isEmpty();
  }

  @Test
  void areNoneWhereNothingRan() throws SQLException {
    assertThat(HeldLocks.of(trace("SELECT * FROM nothing", null))).isEqualTo(List.of());
  }

  private Trace trace(String sql, @Nullable String configuration) throws SQLException {
    try (Connection connection = database.connect()) {
      return new Tracer(connection, database::connect)
          .run(new ScriptReader(Map.of()).read(new Script("V1__x.sql", sql, configuration)));
    }
  }
}
