package io.speechtotext.prover.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.migrator.Script;
import io.speechtotext.migrator.script.ScriptReader;
import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ThrowawayPostgresExtension.class)
class TracerTest {

  private static final String ALONE = "executeInTransaction=false\n";

  private final ThrowawayDatabase database;

  TracerTest(ThrowawayPostgres postgres) {
    this.database = postgres.createDatabase();
  }

  @BeforeEach
  void makeTables() throws SQLException {
    execute(
        """
        CREATE TABLE jobs (id bigint CONSTRAINT jobs_pkey PRIMARY KEY, status text, size integer);
        CREATE INDEX jobs_status ON jobs (status);
        INSERT INTO jobs SELECT i, 'done', i FROM generate_series(1, 100) AS i;
        CREATE TABLE owners (id bigint CONSTRAINT owners_pkey PRIMARY KEY);
        CREATE TABLE events (id bigint, at integer) PARTITION BY RANGE (at);
        CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
        CREATE PROCEDURE shrink() LANGUAGE plpgsql AS $$
        BEGIN
          LOCK TABLE jobs IN SHARE MODE;
          COMMIT;
          LOCK TABLE owners IN ACCESS EXCLUSIVE MODE;
          COMMIT;
          UPDATE jobs SET size = 0;
        END $$;
        """);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SET LOCAL", "SET"})
  void looksAtABigCatalogAsLongAsItTakesWhateverTheScriptAllowsItself(String set)
      throws SQLException {
    execute(
        """
        -- To print a default takes the longer the more columns its table has.
        DO $$ BEGIN
          EXECUTE format('CREATE TABLE wide (%s)',
            (SELECT string_agg(format('c%s integer DEFAULT 0', n), ', ') FROM generate_series(1, 1000) AS n));
        END $$;
        """);
    Trace trace =
        trace(
            set + " statement_timeout = '50ms'; CREATE TABLE one (); SELECT pg_sleep(60);",
            set.equals("SET") ? ALONE : null);

    assertThat(trace.statements()).hasSize(2);
    assertThat(Objects.requireNonNull(trace.failure()).sql()).contains("pg_sleep");
  }

  @Test
  void keepsLocksUntilTheTransactionEnds() throws SQLException {
    Trace trace =
        trace("ALTER TABLE jobs ADD COLUMN note text; COMMENT ON TABLE owners IS 'x';", null);

    assertThat(locks(trace, 0)).contains("jobs ACCESS_EXCLUSIVE");
    assertThat(trace.statements().get(1).heldBefore())
        .containsAll(trace.statements().get(0).taken());
    assertThat(locks(trace, 1)).isEqualTo("owners SHARE_UPDATE_EXCLUSIVE");
  }

  @Test
  void endsLocksAtACommitInTheScript() throws SQLException {
    for (String configuration : new @Nullable String[] {null, ALONE}) {
      Trace trace =
          trace(
              """
              BEGIN;
              ALTER TABLE jobs ALTER COLUMN size SET DEFAULT 1;
              UPDATE jobs SET size = 2;
              COMMIT;
              UPDATE jobs SET size = 3 WHERE id = 1;
              """,
              configuration);

      assertThat(locks(trace, 1)).contains("jobs ACCESS_EXCLUSIVE");
      assertThat(trace.statements().get(2).heldBefore()).isNotEmpty();
      assertThat(trace.statements().get(2).activityOn(jobs(trace)).updated()).isEqualTo(100);
      assertThat(trace.statements().get(4).heldBefore()).isEmpty();
      assertThat(trace.statements().get(4).activityOn(jobs(trace)).updated()).isEqualTo(1);
    }
  }

  @Test
  void givesEachStatementOutsideATransactionItsOwnLocks() throws SQLException {
    Trace trace =
        trace("CREATE INDEX jobs_size ON jobs (size); SELECT count(*) FROM owners;", ALONE);

    assertThat(locks(trace, 0)).contains("jobs SHARE");
    assertThat(trace.statements().get(0).activityOn(jobs(trace)).sequentialScans()).isPositive();
    assertThat(trace.statements().get(1).heldBefore()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CREATE INDEX CONCURRENTLY jobs_size ON jobs (size)   | jobs SHARE_UPDATE_EXCLUSIVE
          REINDEX TABLE CONCURRENTLY jobs                      | jobs SHARE_UPDATE_EXCLUSIVE
          DROP INDEX CONCURRENTLY jobs_status                  | jobs SHARE_UPDATE_EXCLUSIVE
          VACUUM FULL owners                                   | owners ACCESS_EXCLUSIVE
          VACUUM FULL                                          | jobs ACCESS_EXCLUSIVE
          VACUUM FULL                                          | owners ACCESS_EXCLUSIVE
          REINDEX SCHEMA public                                | owners SHARE
          REINDEX SCHEMA public                                | jobs SHARE
          CALL shrink()                                        | jobs SHARE
          CALL shrink()                                        | owners ACCESS_EXCLUSIVE
          """)
  void seesWhatCannotRunInATransaction(String sql, String lock) throws SQLException {
    Trace trace = trace(sql, ALONE);

    assertThat(trace.failure()).isNull();
    assertThat(locks(trace, 0).split("\n")).contains(lock);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CREATE INDEX CONCURRENTLY jobs_size ON jobs (size)
          REINDEX TABLE CONCURRENTLY jobs
          DROP INDEX CONCURRENTLY jobs_status
          VACUUM jobs
          ALTER SYSTEM RESET work_mem
          """)
  void seesThatNothingIsBlocked(String sql) throws SQLException {
    Trace trace = trace(sql, ALONE);

    assertThat(trace.failure()).isNull();
    assertThat(trace.statements().get(0).taken()).noneMatch(lock -> lock.mode().isBlocking());
  }

  @Test
  void doesNotLetAStatementFailForTheWatching() throws SQLException {
    Trace trace = trace("SET lock_timeout = '1ms'; VACUUM FULL jobs; VACUUM FULL owners;", ALONE);

    assertThat(trace.failure()).isNull();
    assertThat(trace.statements().get(2).lockTimeout()).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void tellsWhyAStatementFails() throws SQLException {
    execute("INSERT INTO jobs VALUES (0, 'done', 1)");

    Trace trace = trace("\nCREATE UNIQUE INDEX CONCURRENTLY jobs_size ON jobs (size);", ALONE);

    assertThat(failure(trace).sqlState()).isEqualTo("23505");
    assertThat(failure(trace).line()).isEqualTo(2);
  }

  @Test
  void countsADeferredConstraintToTheScript() throws SQLException {
    execute(
        """
        ALTER TABLE jobs ADD CONSTRAINT jobs_size_fkey FOREIGN KEY (size) REFERENCES owners
          DEFERRABLE INITIALLY DEFERRED NOT VALID
        """);

    for (String configuration : new @Nullable String[] {null, ALONE}) {
      Trace trace = trace("UPDATE jobs SET size = 7 WHERE id = 1", configuration);

      assertThat(failure(trace).sqlState()).isEqualTo("23503");
      assertThat(trace.statements()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE owners RENAME TO people",
        "ALTER TABLE owners RENAME COLUMN id TO number",
        "ALTER INDEX jobs_status RENAME TO jobs_state",
        "ALTER TABLE jobs ADD COLUMN owner bigint REFERENCES owners",
        "CREATE TABLE parts (id bigint PRIMARY KEY, job bigint REFERENCES jobs)",
        "CREATE UNIQUE INDEX jobs_size ON jobs (size)",
        "CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (10) TO (20)",
        "ALTER TABLE events DETACH PARTITION events_1",
        "DROP TABLE owners CASCADE",
        "DROP INDEX jobs_status",
        "ALTER TABLE jobs SET SCHEMA elsewhere",
        "COMMENT ON COLUMN jobs.size IS 'in bytes'",
        "COMMENT ON INDEX jobs_status IS 'for the queue'",
        "ALTER TYPE mood RENAME TO temper",
        "ALTER SCHEMA elsewhere RENAME TO nowhere",
        "DO 'BEGIN ALTER FUNCTION twice RENAME TO double; END'",
        "TRUNCATE jobs"
      })
  void knowsTheCatalogThatEachStatementLeaves(String sql) throws SQLException {
    execute(
        """
        CREATE SCHEMA elsewhere;
        CREATE TYPE mood AS ENUM ('calm');
        CREATE FUNCTION twice(i integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT i + i';
        CREATE TABLE elsewhere.moods (
          mood mood, size integer DEFAULT twice(1), owner bigint REFERENCES owners (id));
        """);

    Trace trace = trace("COMMENT ON TABLE jobs IS 'x'; " + sql, null);

    try (Connection connection = database.connect()) {
      assertThat(trace.statements().get(1).after()).isEqualTo(Catalog.of(connection));
    }
  }

  @Test
  void doesNotRepeatAStatementWithinAFailedTransaction() throws SQLException {
    Trace trace =
        trace("BEGIN; CREATE INDEX CONCURRENTLY jobs_size ON jobs (size); COMMIT;", ALONE);

    assertThat(failure(trace).sqlState()).isEqualTo("25001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          -                              | SET TRANSACTION ISOLATION LEVEL SERIALIZABLE
          -                              | SET LOCAL lock_timeout = '1s'; SET TRANSACTION READ WRITE, ISOLATION LEVEL SERIALIZABLE
          -                              | BEGIN; SET TRANSACTION ISOLATION LEVEL SERIALIZABLE
          executeInTransaction=false     | BEGIN; SET TRANSACTION ISOLATION LEVEL SERIALIZABLE
          executeInTransaction=false     | BEGIN; SET lock_timeout = '1s'; SET TRANSACTION ISOLATION LEVEL SERIALIZABLE
          executeInTransaction=false     | BEGIN ISOLATION LEVEL SERIALIZABLE
          """)
  void letsAScriptChooseItsIsolation(@Nullable String configuration, String first)
      throws SQLException {
    String sql = first + "; SELECT count(*) FROM jobs; UPDATE jobs SET size = 1; COMMIT;";
    Trace trace = trace(sql, configuration);

    assertThat(trace.failure()).isNull();
    int update = trace.statements().size() - 2;
    assertThat(locks(trace, update)).contains("jobs ROW_EXCLUSIVE");
    assertThat(trace.statements().get(update).activityOn(jobs(trace)).updated()).isEqualTo(100);
    assertThat(trace.statements().get(update).heldBefore()).isNotEmpty();
  }

  @Test
  void keepsATransactionApartWhateverItsTimeZone() throws SQLException {
    String sql = "UPDATE jobs SET size = 1; SET LOCAL TIME ZONE 'Asia/Tokyo'; DELETE FROM jobs;";
    for (String configuration : new @Nullable String[] {null, ALONE}) {
      Trace trace = trace("BEGIN;" + sql + "COMMIT;", configuration);

      assertThat(trace.statements().get(3).heldBefore()).isNotEmpty();
      assertThat(locks(trace, 2)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET statement_timeout = 0; SELECT pg_sleep(600)",
        "SET statement_timeout = 0; VACUUM jobs; CALL sleep()"
      })
  void endsWhatAScriptGivesAllTheTimeInTheWorld(String sql) throws SQLException {
    execute(
        """
        CREATE PROCEDURE sleep() LANGUAGE plpgsql AS $$
        BEGIN COMMIT; PERFORM pg_sleep(600); END $$
        """);

    assertThat(failure(trace(sql, ALONE, "300ms")).sqlState()).isEqualTo("57014");
  }

  @Test
  void bearsAScriptThatEndsItsOwnSession() throws SQLException {
    for (String configuration : new @Nullable String[] {null, ALONE}) {
      Trace trace = trace("SELECT pg_terminate_backend(pg_backend_pid())", configuration);

      assertThat(failure(trace).message()).isNotEmpty();
    }
  }

  @Test
  void rollsBackWhatAScriptLeavesOpen() throws SQLException {
    trace("BEGIN; DROP TABLE owners;", ALONE);

    Trace trace = trace("SELECT count(*) FROM owners", null);

    assertThat(trace.failure()).isNull();
  }

  private Trace trace(String sql, @Nullable String configuration) throws SQLException {
    return trace(sql, configuration, "20s");
  }

  private Trace trace(String sql, @Nullable String configuration, String timeout)
      throws SQLException {
    try (Connection connection = database.connect();
        Statement limit = connection.createStatement()) {
      limit.execute("SET statement_timeout = '%s'".formatted(timeout));
      return new Tracer(connection, database::connect)
          .run(new ScriptReader(Map.of()).read(new Script("V1__x.sql", sql, configuration)));
    }
  }

  private static TraceFailure failure(Trace trace) {
    return Objects.requireNonNull(trace.failure());
  }

  private static long jobs(Trace trace) {
    return trace.statements().get(0).before().table("jobs").orElseThrow().oid();
  }

  private static String locks(Trace trace, int number) {
    TracedStatement statement = trace.statements().get(number);
    Map<Long, String> names =
        statement.before().tables().stream().collect(Collectors.toMap(Table::oid, Table::name));
    return statement.taken().stream()
        .filter(lock -> names.containsKey(lock.relation()))
        .map(lock -> names.get(lock.relation()) + " " + lock.mode())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
