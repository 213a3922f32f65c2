package io.speechtotext.prover.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Filling a database, again and again as its schema grows. */
@ExtendWith(ThrowawayPostgresExtension.class)
@Isolated("It sets the locale and time zone of the process.")
class RowFillerTest {

  private static final Path SERVICE =
      Path.of("src", "test", "resources", "io", "speechtotext", "prover", "rows", "service.sql");

  private final ThrowawayPostgres postgres;

  RowFillerTest(ThrowawayPostgres postgres) {
    this.postgres = postgres;
  }

  @Test
  void schemaOfAServiceIsFilled() throws SQLException, IOException {
    try (FilledDatabase database = FilledDatabase.of(postgres, Files.readString(SERVICE))) {
      assertThat(database.fill(1, 1000)).isEmpty();
      for (String table : List.of("api_keys", "lexicon_terms", "jobs", "feedback")) {
        assertThat(database.count(table)).as(table).isEqualTo(1000);
      }
      assertThat(database.count("jobs WHERE api_key_id IS NULL")).isBetween(50L, 150L);
      assertThat(
              database.number(
                  "SELECT max(n) FROM (SELECT count(*) AS n FROM feedback GROUP BY job_id) AS t"))
          .as("the job that most feedback is about")
          .isGreaterThan(10);
    }
  }

  @Test
  void sameSeedGivesTheSameRowsUnderAnyLocaleAndTimeZone() throws SQLException, IOException {
    String here = checksums(1);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Colombo"));
      for (String hostile : List.of("tr-TR", "fa-IR")) {
        Locale.setDefault(Locale.forLanguageTag(hostile));
        assertThat(checksums(1)).as(hostile).isEqualTo(here);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    assertThat(checksums(2)).isNotEqualTo(here);
  }

  @Test
  void newColumnsOfATypeGetTheSameWhateverItsObjectId() throws SQLException {
    assertThat(moods("")).isEqualTo(moods("CREATE TYPE other AS ENUM ('a')"));
  }

  private String moods(String earlier) throws SQLException {
    try (FilledDatabase database =
        FilledDatabase.of(
            postgres,
            earlier
                + "; CREATE TYPE mood AS ENUM ('calm', 'wild', 'odd');"
                + " CREATE TABLE t (id serial PRIMARY KEY)")) {
      database.fill();
      database.execute("ALTER TABLE t ADD COLUMN mood mood").fill();
      return database.checksum("t");
    }
  }

  private String checksums(long seed) throws SQLException, IOException {
    StringBuilder checksums = new StringBuilder();
    try (FilledDatabase database = FilledDatabase.of(postgres, Files.readString(SERVICE))) {
      database.fill(seed, 100);
      database.execute("SET TimeZone = 'UTC'");
      for (String table : List.of("api_keys", "lexicon_terms", "jobs", "feedback")) {
        checksums.append(database.checksum(table)).append('\n');
      }
    }
    return checksums.toString();
  }

  @Test
  void fillingTwiceChangesNothing() throws SQLException, IOException {
    try (FilledDatabase database = FilledDatabase.of(postgres, Files.readString(SERVICE))) {
      database.fill();
      String before = database.checksum("jobs");
      database.fill();
      assertThat(database.checksum("jobs")).isEqualTo(before);
      assertThat(database.count("jobs")).isEqualTo(FilledDatabase.ROWS);
    }
  }

  @Test
  void tablesThatTookNoMoreAreTriedAgainOnceTheyChange() throws SQLException {
    String full =
        "flags: its keys or triggers let no more rows in; the table holds 2 generated rows";
    try (FilledDatabase database =
        FilledDatabase.of(
            postgres,
            """
            CREATE TABLE flags (x boolean PRIMARY KEY);
            CREATE TABLE shut (id integer PRIMARY KEY, CONSTRAINT shut_check CHECK (id + 1 = id));
            CREATE TABLE on_shut (shut_id integer NOT NULL REFERENCES shut);
            """)) {
      List<String> notes = database.fill();
      assertThat(notes).hasSize(3).first().asString().startsWith(full);
      assertThat(database.fill()).isEqualTo(notes);

      database.execute("ALTER TABLE shut DROP CONSTRAINT shut_check");
      assertThat(database.fill()).containsExactly(notes.get(0));
      assertThat(database.count("on_shut")).isEqualTo(FilledDatabase.ROWS);
    }
  }

  @Test
  void whatOnlyNewServersKnowIsFilled() throws SQLException {
    if (postgres.majorVersion() >= 18) {
      assertAllFilled(
          """
          CREATE EXTENSION btree_gist;
          CREATE TABLE rooms (
              id integer NOT NULL, valid daterange NOT NULL, size integer CONSTRAINT small CHECK (size < 100) NOT ENFORCED,
              twice integer GENERATED ALWAYS AS (size * 2), CONSTRAINT named NOT NULL id,
              PRIMARY KEY (id, valid WITHOUT OVERLAPS), CHECK (twice > 10)
          );
          CREATE TABLE stays (
              room_id integer, valid daterange, FOREIGN KEY (room_id, PERIOD valid) REFERENCES rooms (id, PERIOD valid)
          );
          """,
          "rooms",
          "stays");
    }
    if (postgres.majorVersion() >= 15) {
      assertAllFilled("CREATE TABLE t (a text, UNIQUE NULLS NOT DISTINCT (a))", "t");
    }
  }

  private void assertAllFilled(String sql, String... tables) throws SQLException {
    try (FilledDatabase database = FilledDatabase.of(postgres, sql)) {
      assertThat(database.fill()).isEmpty();
      for (String table : tables) {
        assertThat(database.count(table)).as(table).isEqualTo(FilledDatabase.ROWS);
      }
    }
  }

  @Test
  void rowsOfMigrationsAreKept() throws SQLException {
    try (FilledDatabase database =
        FilledDatabase.of(
            postgres,
            """
            CREATE TABLE roles (id serial PRIMARY KEY, name text NOT NULL UNIQUE, parent_id integer REFERENCES roles);
            INSERT INTO roles (id, name) VALUES (1, 'admin'), (2, 'user'), (50, 'amber-1');
            """)) {
      assertThat(database.fill()).isEmpty();
      assertThat(database.count("roles")).isEqualTo(FilledDatabase.ROWS);
      assertThat(
              database.text(
                  "SELECT string_agg(name, ',' ORDER BY id) FROM roles"
                      + " WHERE id IN (1, 2, 50) AND parent_id IS NULL"))
          .isEqualTo("admin,user,amber-1");
    }
  }

  @Test
  void deletedRowsAreMadeUpFor() throws SQLException {
    try (FilledDatabase database =
        FilledDatabase.of(postgres, "CREATE TABLE t (id integer PRIMARY KEY, name text UNIQUE)")) {
      database.fill();
      database.execute("DELETE FROM t WHERE id % 3 = 0");
      assertThat(database.fill()).isEmpty();
      assertThat(database.count("t")).isEqualTo(FilledDatabase.ROWS);
    }
  }

  @Test
  void addedColumnsGetValuesInOldRows() throws SQLException {
    try (FilledDatabase database =
        FilledDatabase.of(postgres, "CREATE TABLE t (id serial PRIMARY KEY, a text)")) {
      database.fill();
      String before = database.checksum("(SELECT id, a FROM t)");
      database.execute(
          """
          CREATE TABLE owners (id serial PRIMARY KEY);
          ALTER TABLE t ADD b timestamptz, ADD c text CHECK (c IN ('x', 'y')), ADD d integer UNIQUE,
              ADD e integer REFERENCES owners, ADD f integer DEFAULT 7, ADD g text GENERATED ALWAYS AS (a || 'g') STORED,
              ADD h integer, ADD CHECK (h > d), ADD top integer REFERENCES t;
          UPDATE t SET c = 'y' WHERE id % 2 = 0;
          """);
      assertThat(database.fill()).isEmpty();

      assertThat(database.checksum("(SELECT id, a FROM t)")).isEqualTo(before);
      assertThat(database.count("t")).isEqualTo(FilledDatabase.ROWS);
      assertThat(database.count("t WHERE id % 2 = 0 AND c = 'y'")).isEqualTo(100);
      assertThat(database.count("t WHERE f = 7")).isEqualTo(FilledDatabase.ROWS);
      for (String column : List.of("b", "c", "d", "e", "h", "top")) {
        assertThat(database.number("SELECT count(%s) FROM t".formatted(column)))
            .as(column)
            .isBetween(60L, 199L);
      }
    }
  }

  @Test
  void addedColumnsOfPartitionsGetValues() throws SQLException {
    try (FilledDatabase database =
        FilledDatabase.of(
            postgres,
            """
            CREATE TABLE p (id integer) PARTITION BY HASH (id);
            CREATE TABLE p0 PARTITION OF p FOR VALUES WITH (MODULUS 2, REMAINDER 0);
            CREATE TABLE p1 PARTITION OF p FOR VALUES WITH (MODULUS 2, REMAINDER 1);
            """)) {
      database.fill();
      database.execute("ALTER TABLE p ADD note text");
      assertThat(database.fill()).isEmpty();
      assertThat(database.number("SELECT count(note) FROM p")).isBetween(150L, 199L);
    }
  }

  @Test
  void namesThatNeedQuotesAndOtherSchemasWork() throws SQLException {
    try (FilledDatabase database =
        FilledDatabase.of(
            postgres,
            """
            CREATE SCHEMA "Odd one";
            CREATE TYPE "Odd one"."My type" AS ENUM ('a?', 'x?');
            CREATE TABLE "Odd one"."select" (
                "from" serial PRIMARY KEY, "a ""b\""" "Odd one"."My type" CHECK ("a ""b\""" <> 'x?'), value integer CHECK (value > 0)
            );
            CREATE TABLE child ("Id" integer REFERENCES "Odd one"."select", t text, v text CHECK (length(v) > length(t)));
            """)) {
      assertThat(database.fill()).isEmpty();
      assertThat(database.count("\"Odd one\".\"select\"")).isEqualTo(FilledDatabase.ROWS);
      assertThat(database.count("child")).isEqualTo(FilledDatabase.ROWS);
    }
  }

  @Test
  void inheritedTablesHaveRowsOfTheirOwn() throws SQLException {
    try (FilledDatabase database =
        FilledDatabase.of(
            postgres,
            "CREATE TABLE old (id integer); CREATE TABLE young (x text) INHERITS (old)")) {
      assertThat(database.fill()).isEmpty();
      assertThat(database.count("ONLY old")).isEqualTo(FilledDatabase.ROWS);
      assertThat(database.count("young")).isEqualTo(FilledDatabase.ROWS);
    }
  }
}
