package io.speechtotext.prover.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows that refer to others. */
@ExtendWith(ThrowawayPostgresExtension.class)
class ReferencesTest {

  private final ThrowawayPostgres postgres;

  ReferencesTest(ThrowawayPostgres postgres) {
    this.postgres = postgres;
  }

  @Test
  void tablesAreFilledInTheOrderOfTheirReferences() throws SQLException {
    full(
        """
        CREATE TABLE tenants (id serial PRIMARY KEY, code varchar(8) NOT NULL UNIQUE);
        CREATE TABLE people (
            tenant_id integer NOT NULL REFERENCES tenants, id integer NOT NULL, PRIMARY KEY (tenant_id, id)
        );
        CREATE TABLE goods (
            id uuid NOT NULL, tenant_id integer NOT NULL REFERENCES tenants, PRIMARY KEY (tenant_id, id)
        );
        CREATE TABLE a_orders (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            tenant_id integer NOT NULL REFERENCES tenants,
            person_id integer NOT NULL,
            code varchar(8) REFERENCES tenants (code),
            FOREIGN KEY (tenant_id, person_id) REFERENCES people (tenant_id, id)
        );
        CREATE TABLE a_passports (tenant_id integer, person_id integer, PRIMARY KEY (tenant_id, person_id),
            FOREIGN KEY (tenant_id, person_id) REFERENCES people (tenant_id, id));
        CREATE TABLE a_links (one integer REFERENCES tenants, other integer REFERENCES tenants, PRIMARY KEY (one, other));
        """,
        "tenants",
        "people",
        "goods",
        "a_orders",
        "a_passports",
        "a_links");
  }

  @Test
  void tablesOfExtensionsAreReferredToByNone() throws SQLException {
    try (FilledDatabase database =
        FilledDatabase.of(
            postgres,
            """
            CREATE TABLE zones (id integer PRIMARY KEY);
            ALTER EXTENSION plpgsql ADD TABLE zones;
            CREATE TABLE places (id serial PRIMARY KEY,
                zone_id integer CONSTRAINT in_zone REFERENCES zones, name text NOT NULL);
            """)) {
      assertThat(database.fill())
          .containsExactly(
              "places: in_zone refers to a table of an extension, of whose rows nothing is known");
      assertThat(database.count("places WHERE zone_id IS NULL")).isEqualTo(FilledDatabase.ROWS);
    }
  }

  @Test
  void circlesDeferNothingButTheirOwn() throws SQLException {
    try (FilledDatabase database =
        FilledDatabase.of(
            postgres,
            """
            CREATE TABLE a (id integer PRIMARY KEY, b_id integer NOT NULL);
            CREATE TABLE b (id integer PRIMARY KEY, a_id integer NOT NULL
                REFERENCES a DEFERRABLE INITIALLY DEFERRED);
            ALTER TABLE a ADD FOREIGN KEY (b_id) REFERENCES b DEFERRABLE;
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN IF NEW.x ~ '^[a-e]' THEN RAISE 'not %', NEW.x; END IF; RETURN NEW; END $$;
            CREATE TABLE picky (a_id integer NOT NULL REFERENCES a, x text NOT NULL);
            CREATE CONSTRAINT TRIGGER t AFTER INSERT ON picky DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION refuse();
            """)) {
      assertThat(database.fill()).isEmpty();
      for (String table : new String[] {"a", "b", "picky"}) {
        assertThat(database.count(table)).as(table).isEqualTo(FilledDatabase.ROWS);
      }
    }
  }

  @Test
  void treesHaveRootsAndNoCircles() throws SQLException {
    try (FilledDatabase database =
        FilledDatabase.of(
            postgres,
            """
            CREATE TABLE nodes (id serial PRIMARY KEY, parent_id integer REFERENCES nodes, CHECK (parent_id <> id));
            CREATE TABLE strict (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, top bigint NOT NULL REFERENCES strict);
            CREATE TABLE named (name text PRIMARY KEY, top text NOT NULL REFERENCES named);
            """)) {
      assertThat(database.fill()).isEmpty();
      assertThat(database.count("nodes WHERE parent_id IS NULL")).isBetween(1L, 80L);
      assertThat(
              database.number(
                  """
                  WITH RECURSIVE tree AS (
                      SELECT id FROM nodes WHERE parent_id IS NULL
                      UNION ALL SELECT nodes.id FROM nodes JOIN tree ON nodes.parent_id = tree.id
                  )
                  SELECT count(*) FROM tree
                  """))
          .isEqualTo(FilledDatabase.ROWS);
      assertThat(database.count("strict")).isEqualTo(FilledDatabase.ROWS);
      assertThat(database.count("named")).isEqualTo(FilledDatabase.ROWS);
    }
  }

  @Test
  void circlesAreClosedAfterwards() throws SQLException {
    try (FilledDatabase database =
        FilledDatabase.of(
            postgres,
            """
            CREATE TABLE heads (id serial PRIMARY KEY, best_id integer);
            CREATE TABLE limbs (id serial PRIMARY KEY, head_id integer NOT NULL REFERENCES heads);
            ALTER TABLE heads ADD FOREIGN KEY (best_id) REFERENCES limbs;
            CREATE TABLE x (id uuid PRIMARY KEY, y_id integer NOT NULL);
            CREATE TABLE y (id serial PRIMARY KEY, x_id uuid NOT NULL REFERENCES x DEFERRABLE INITIALLY DEFERRED);
            ALTER TABLE x ADD FOREIGN KEY (y_id) REFERENCES y DEFERRABLE;
            """)) {
      assertThat(database.fill()).isEmpty();
      assertThat(database.count("heads WHERE best_id IS NOT NULL")).isBetween(100L, 199L);
      assertThat(database.count("x JOIN y ON y.id = x.y_id")).isEqualTo(FilledDatabase.ROWS);
      assertThat(database.count("y JOIN x ON y.x_id = x.id")).isEqualTo(FilledDatabase.ROWS);
    }
  }

  @Test
  void circlesThatCannotBeEnteredAreNamed() throws SQLException {
    try (FilledDatabase database =
        FilledDatabase.of(
            postgres,
            """
            CREATE TABLE x (id serial PRIMARY KEY, y_id integer NOT NULL);
            CREATE TABLE y (id serial PRIMARY KEY, x_id integer NOT NULL CONSTRAINT fk_x REFERENCES x);
            ALTER TABLE x ADD CONSTRAINT fk_y FOREIGN KEY (y_id) REFERENCES y;
            CREATE TABLE z (x_id integer NOT NULL CONSTRAINT fk_zx REFERENCES x);
            """)) {
      assertThat(database.fill())
          .contains(
              "x: refers to y by the NOT NULL foreign key fk_y, and y is empty; the table holds 0 generated rows of 200",
              "y: refers to x by the NOT NULL foreign key fk_x, and x is empty; the table holds 0 generated rows of 200",
              "z: refers to x by the NOT NULL foreign key fk_zx, and x is empty; the table holds 0 generated rows of 200");
    }
  }

  @Test
  void partitionsAreReferredTo() throws SQLException {
    full(
        """
        CREATE TABLE days (day date PRIMARY KEY, note text) PARTITION BY RANGE (day);
        CREATE TABLE days_old PARTITION OF days FOR VALUES FROM (MINVALUE) TO ('2024-01-01');
        CREATE TABLE days_new PARTITION OF days FOR VALUES FROM ('2024-01-01') TO (MAXVALUE);
        CREATE TABLE a_visits (id serial, day date NOT NULL REFERENCES days);
        """,
        "days",
        "a_visits");
  }

  private void full(String sql, String... tables) throws SQLException {
    try (FilledDatabase database = FilledDatabase.of(postgres, sql)) {
      assertThat(database.fill()).isEmpty();
      for (String table : tables) {
        assertThat(database.count(table)).as(table).isEqualTo(FilledDatabase.ROWS);
      }
    }
  }
}
