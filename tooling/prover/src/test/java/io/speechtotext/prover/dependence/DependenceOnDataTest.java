package io.speechtotext.prover.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.prover.ProvenCase;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proven beside the rule's cases, as other rules have their say on it too. */
@ExtendWith(ThrowawayPostgresExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class DependenceOnDataTest {

  private static final String ROOMS =
      """
      CREATE TYPE kind AS ENUM ('hall', 'cell');
      CREATE TABLE rooms (
          id bigint PRIMARY KEY,
          name varchar(20) NOT NULL,
          kind kind NOT NULL,
          seats integer NOT NULL,
          opened timestamptz,
          closed timestamptz,
          tags text[] NOT NULL,
          during int4range NOT NULL,
          floor integer NOT NULL,
          wing text NOT NULL
      );
      INSERT INTO rooms
      SELECT n, 'Room ' || n, 'hall', 10 * n, '2024-01-01', '2024-02-01', ARRAY['a'], int4range(n, n + 1), n, 'north'
      FROM generate_series(1, 9) AS n;
      CREATE TABLE floors (number integer, wing text, PRIMARY KEY (number, wing));
      INSERT INTO floors SELECT n, 'north' FROM generate_series(1, 9) AS n;
      """;

  private final ThrowawayPostgres postgres;

  DependenceOnDataTest(ThrowawayPostgres postgres) {
    this.postgres = postgres;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ADD CHECK (seats > 0)",
        "ADD CHECK (seats BETWEEN 1 AND 1000)",
        "ADD CHECK (length(name) > 2)",
        "ADD CHECK (length(name) < 15)",
        "ADD CHECK (name ~ '^[A-Z]')",
        "ADD CHECK (kind <> 'cell')",
        "ADD CHECK (closed > opened)",
        "ADD CHECK ((opened IS NULL) = (closed IS NULL))",
        "ADD CHECK (opened IS NOT NULL)",
        "ADD CHECK (cardinality(tags) > 0)",
        "ALTER COLUMN opened SET NOT NULL",
        "ADD UNIQUE (name)",
        "ADD UNIQUE (kind, seats)",
        "ADD EXCLUDE USING gist (during WITH &&)",
        "ADD FOREIGN KEY (floor, wing) REFERENCES floors",
      })
  void findsWhatRowsMayBreak(String action) throws SQLException {
    List<Finding> findings = after("ALTER TABLE rooms " + action + ";");

    assertThat(findings).hasSize(1);
    assertThat(
            new GuardedMigration(findings.get(0))
                .titles(postgres, ROOMS, "ALTER TABLE rooms " + action + ";"))
        .as("with the guard that the finding shows")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ADD CHECK (id IS NOT NULL)",
        "ADD CHECK (name IS NOT NULL)",
        "ADD CHECK (length(name) <= 20)",
        "ADD UNIQUE (id, name)",
        "ADD COLUMN size integer NOT NULL DEFAULT 0 CHECK (size >= 0)",
        "ADD CHECK (seats > 0) NOT VALID",
      })
  void findsNothingWhereNoRowCan(String action) throws SQLException {
    assertThat(after("ALTER TABLE rooms " + action + ";")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE UNIQUE INDEX ON rooms (lower(name) DESC NULLS LAST);",
        "CREATE UNIQUE INDEX ON rooms (name varchar_pattern_ops, (seats % 7)) WHERE seats > 0;",
        "CREATE UNIQUE INDEX ON rooms (name COLLATE \"C\") INCLUDE (wing);",
        "CREATE UNIQUE INDEX ON rooms (replace(name, '(', ''));",
        "CREATE UNIQUE INDEX ON rooms (replace(name, ')', ''), wing) INCLUDE (floor);",
      })
  void findsUniqueIndexesOnWhateverTheyAre(String index) throws SQLException {
    List<Finding> findings = after(index);

    assertThat(findings).hasSize(1);
    assertThat(new GuardedMigration(findings.get(0)).titles(postgres, ROOMS, index)).isEmpty();
  }

  @Test
  void saysWhichRowItWas() throws SQLException {
    // From 13 on, the server names the table too.
    assertThat(after("ALTER TABLE rooms ADD CONSTRAINT enough CHECK (seats > 0);"))
        .singleElement()
        .extracting(Finding::detail)
        .asString()
        .startsWith(
            "With a row of rooms with seats = '-1', it fails: ERROR: check constraint \"enough\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE keys ADD CHECK (room > 0);",
        "ALTER TABLE keys VALIDATE CONSTRAINT keys_spare_check;",
      })
  void takesWhatDeferredConstraintsForbidForImpossible(String migration) throws SQLException {
    String keys =
        """
        CREATE TABLE keys (
            id bigint PRIMARY KEY,
            room bigint NOT NULL REFERENCES rooms DEFERRABLE INITIALLY DEFERRED,
            spare bigint NOT NULL REFERENCES rooms DEFERRABLE INITIALLY DEFERRED
        );
        ALTER TABLE keys ADD CONSTRAINT keys_spare_check CHECK (spare > 0) NOT VALID;
        INSERT INTO keys SELECT n, n, n FROM generate_series(1, 9) AS n;
        """;

    assertThat(
            new ProvenCase(postgres, Rule.DEPENDS_ON_DATA)
                .with("V1__rooms.sql", ROOMS + keys)
                .with("V2__rule.sql", migration)
                .titles())
        .isEmpty();
  }

  private List<Finding> after(String migration) throws SQLException {
    return new ProvenCase(postgres, Rule.DEPENDS_ON_DATA)
        .with("V1__rooms.sql", ROOMS)
        .with("V2__rule.sql", migration)
        .findings();
  }

  /** The migration with the statement in front that the finding asks for. */
  private record GuardedMigration(Finding finding) {

    List<String> titles(ThrowawayPostgres postgres, String rooms, String migration)
        throws SQLException {
      return new ProvenCase(postgres, Rule.DEPENDS_ON_DATA)
          .with("V1__rooms.sql", rooms)
          .with("V2__rule.sql", finding.rewrite() + migration)
          .titles();
    }
  }
}
