package io.speechtotext.migrator.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(ThrowawayPostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class DifferenceTest {

  private static final String SCHEMA =
      """
      CREATE TYPE mood AS ENUM ('sad', 'ok');
      CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
      CREATE TABLE keys (id int CONSTRAINT keys_pkey PRIMARY KEY);
      CREATE TABLE jobs (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT jobs_pkey PRIMARY KEY,
        job_id varchar(100) NOT NULL CONSTRAINT uq_jobs_job_id UNIQUE,
        status varchar(50) NOT NULL DEFAULT 'new',
        note text,
        at timestamptz(3) NOT NULL,
        key_id int CONSTRAINT fk_jobs_key_id REFERENCES keys (id) ON DELETE CASCADE,
        twice int GENERATED ALWAYS AS (key_id * 2) STORED,
        CONSTRAINT ck_jobs_job_id CHECK (job_id <> '')
      );
      CREATE INDEX ix_jobs_at ON jobs (at);
      CREATE UNIQUE INDEX ix_jobs_lower ON jobs (lower(job_id));
      CREATE TRIGGER touch_jobs BEFORE UPDATE ON jobs FOR EACH ROW EXECUTE FUNCTION touch();
      CREATE VIEW open_jobs AS SELECT id FROM jobs WHERE job_id = 'open';
      COMMENT ON TABLE jobs IS 'Jobs.';
      """;

  private final ThrowawayDatabase database;
  private final Snapshot expected;

  DifferenceTest(ThrowawayDatabase database) throws SQLException {
    this.database = database;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(SCHEMA);
      expected = Snapshot.of(connection);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isToldInALineWithItsSeverity(String change, List<String> lines) throws SQLException {
    assertThat(differencesAfter(change))
        .map(difference -> difference.severity() + " " + difference)
        .containsExactlyElementsOf(lines);
  }

  static Stream<Arguments> cases() throws IOException {
    return Stream.of(Zoo.file("differences.cases").split("\n\n", -1))
        .map(String::strip)
        .filter(paragraph -> paragraph.startsWith(">"))
        .map(DifferenceTest::change);
  }

  private static Arguments change(String paragraph) {
    String sql =
        paragraph
            .lines()
            .filter(line -> line.startsWith(">"))
            .map(line -> line.substring(1).strip())
            .collect(Collectors.joining("\n"));
    return arguments(sql, paragraph.lines().filter(line -> !line.startsWith(">")).toList());
  }

  @Test
  void showsOfLongTextsThePartThatDiffers() throws SQLException {
    String longBody =
        "CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN %s RETURN %s; %s END'";
    String filler = "PERFORM 1; ".repeat(30);
    Snapshot one = snapshotAfter(longBody.formatted(filler, "NEW", filler));
    Snapshot other = snapshotAfter(longBody.formatted(filler, "OLD", filler));
    Difference difference = other.differencesFrom(one).get(0);
    assertThat(difference.expected()).startsWith("… ").contains("RETURN NEW;").endsWith(" …");
    assertThat(difference.found()).contains("RETURN OLD;").hasSizeLessThan(170);
  }

  @Test
  void areNoneBetweenEquals() throws SQLException {
    assertThat(snapshotAfter("SELECT 1").differencesFrom(expected)).isEmpty();
  }

  private List<Difference> differencesAfter(String change) throws SQLException {
    return snapshotAfter(change).differencesFrom(expected);
  }

  private Snapshot snapshotAfter(String change) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false); // nothing of it stays
      statement.execute(change);
      return Snapshot.of(connection);
    }
  }
}
