import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes migrations of a schema that nobody has: the first makes all tables, each further one
 * changes one of them, safely. {@code java Synthetic.java DIRECTORY TABLES VERSIONS}
 */
class Synthetic {

  private static final String TABLE =
      """
      CREATE TABLE table_%1$d (
          id bigint GENERATED ALWAYS AS IDENTITY,
          parent_id bigint,
          name varchar(100) NOT NULL,
          state varchar(20) NOT NULL DEFAULT 'new',
          amount numeric(12, 2),
          ratio double precision,
          flag boolean NOT NULL DEFAULT false,
          details jsonb,
          made_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
          note text,
          CONSTRAINT table_%1$d_pkey PRIMARY KEY (id),
          CONSTRAINT fk_table_%1$d_parent_id FOREIGN KEY (parent_id) REFERENCES table_%2$d (id),
          CONSTRAINT ck_table_%1$d_ratio CHECK (ratio >= 0 AND ratio <= 1)
      );
      CREATE INDEX ix_table_%1$d_parent_id ON table_%1$d (parent_id);
      CREATE INDEX ix_table_%1$d_made_at ON table_%1$d (made_at);
      """;

  /** Of a change: what goes up, and what goes down. */
  private static final String[][] CHANGES = {
    {"ALTER TABLE table_%1$d ADD COLUMN extra_%2$d text;", "ALTER TABLE table_%1$d DROP COLUMN extra_%2$d;"},
    {
      "CREATE INDEX CONCURRENTLY ix_table_%1$d_%2$d ON table_%1$d (state);",
      "DROP INDEX CONCURRENTLY ix_table_%1$d_%2$d;"
    },
    {
      "ALTER TABLE table_%1$d ADD CONSTRAINT ck_table_%1$d_%2$d CHECK (amount < 1e9) NOT VALID;",
      "ALTER TABLE table_%1$d DROP CONSTRAINT ck_table_%1$d_%2$d;"
    },
    {
      "ALTER TABLE table_%1$d ADD COLUMN count_%2$d integer NOT NULL DEFAULT 0;\n"
          + "COMMENT ON COLUMN table_%1$d.count_%2$d IS 'How many there are.';",
      "ALTER TABLE table_%1$d DROP COLUMN count_%2$d;"
    },
  };

  public static void main(String[] arguments) throws IOException {
    Path directory = Files.createDirectories(Path.of(arguments[0]));
    int tables = Integer.parseInt(arguments[1]);
    int versions = Integer.parseInt(arguments[2]);
    StringBuilder up = new StringBuilder();
    StringBuilder undo = new StringBuilder();
    for (int table = 1; table <= tables; table++) {
      // A tree; its root refers to itself.
      up.append(TABLE.formatted(table, Math.max(1, table / 2)));
      undo.insert(0, "DROP TABLE table_%d;\n".formatted(table));
    }
    write(directory, 1, up.toString(), undo.toString());
    for (int version = 2; version <= versions; version++) {
      String[] change = CHANGES[version % CHANGES.length];
      int table = version * 7 % tables + 1;
      write(
          directory, version, change[0].formatted(table, version), change[1].formatted(table, version));
    }
  }

  private static void write(Path directory, int version, String up, String undo)
      throws IOException {
    Files.writeString(directory.resolve("V%d__step_%d.sql".formatted(version, version)), up);
    Files.writeString(directory.resolve("U%d__step_%d.sql".formatted(version, version)), undo);
  }
}
