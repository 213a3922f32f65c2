package io.speechtotext.prover.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Values of every type. */
@ExtendWith(ThrowawayPostgresExtension.class)
class TypesTest {

  private static final Path TYPES =
      Path.of("src", "test", "resources", "io", "speechtotext", "prover", "rows", "types.sql");

  private final ThrowawayPostgres postgres;

  TypesTest(ThrowawayPostgres postgres) {
    this.postgres = postgres;
  }

  @Test
  void everyTypeOfTheServerHasValues() throws SQLException, IOException {
    try (FilledDatabase database = FilledDatabase.of(postgres, Files.readString(TYPES))) {
      List<String> notes = database.fill();

      assertThat(notes).isEmpty();
      for (String table :
          List.of(
              "numbers",
              "texts",
              "times",
              "documents",
              "networks",
              "shapes",
              "ranges",
              "lists",
              "made")) {
        assertThat(database.count(table)).as(table).isEqualTo(FilledDatabase.ROWS);
      }
      assertThat(database.number("SELECT count(DISTINCT a) FROM made")).isEqualTo(3);
      assertThat(database.number("SELECT max(length(h)) FROM texts")).isGreaterThan(500);
      assertThat(database.count("texts WHERE a ~ '[^[:ascii:]]'")).isPositive();
      assertThat(database.count("times WHERE d > '2026-01-01'")).isZero();
    }
  }

  @Test
  void textByWhichPeopleTellRowsApartIsNotRepeated() throws SQLException {
    try (FilledDatabase database =
        FilledDatabase.of(
            postgres,
            "CREATE TABLE t (normalized_term varchar(255) NOT NULL, note text NOT NULL)")) {
      database.fill();

      assertThat(database.number("SELECT count(DISTINCT lower(normalized_term)) FROM t"))
          .isEqualTo(FilledDatabase.ROWS);
      assertThat(database.number("SELECT count(DISTINCT note) FROM t"))
          .isLessThan(FilledDatabase.ROWS);
    }
  }

  @Test
  void multirangesHaveValues() throws SQLException {
    String type = postgres.majorVersion() >= 14 ? "datemultirange" : "daterange";
    try (FilledDatabase database =
        FilledDatabase.of(postgres, "CREATE TABLE t (a %s NOT NULL)".formatted(type))) {
      assertThat(database.fill()).isEmpty();
      assertThat(database.count("t")).isEqualTo(FilledDatabase.ROWS);
    }
  }

  @Test
  void typesOfExtensionsAreTried() throws SQLException {
    try (FilledDatabase database =
        FilledDatabase.of(
            postgres,
            """
            CREATE EXTENSION citext;
            CREATE EXTENSION hstore;
            CREATE EXTENSION ltree;
            CREATE EXTENSION cube;
            CREATE EXTENSION isn;
            CREATE TABLE t (a citext NOT NULL UNIQUE, b hstore NOT NULL, c ltree NOT NULL, d cube NOT NULL);
            CREATE TABLE books (id integer GENERATED ALWAYS AS IDENTITY, number isbn, name text);
            """)) {
      assertThat(database.fill())
          .containsExactly(
              "books: no value of type isbn was found for the column number; the column number holds NULL");
      assertThat(database.count("t")).isEqualTo(FilledDatabase.ROWS);
      assertThat(database.count("books WHERE number IS NULL")).isEqualTo(FilledDatabase.ROWS);
    }
  }
}
