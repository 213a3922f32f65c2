package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.migrator.snapshot.Snapshot;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Migrations to be interrupted, of all kinds: V1 to V6, those with even numbers outside a
 * transaction, where they make the index ix_2, ix_4 or ix_6. And what each version looks like.
 */
final class Boundaries {

  static final int LATEST = 6;

  private final List<Snapshot> snapshots = new ArrayList<>();

  private Boundaries() {}

  /** Writes the migrations, and looks at each version on a database that is not interrupted. */
  static Boundaries of(ThrowawayPostgres server, Path path) throws Exception {
    write(new Directory(path));
    Boundaries boundaries = new Boundaries();
    try (Project project = Project.on(server, path)) {
      boundaries.snapshots.add(snapshot(project));
      for (int version = 1; version <= LATEST; version++) {
        project.migrator().upTo("" + version);
        boundaries.snapshots.add(snapshot(project));
      }
    }
    return boundaries;
  }

  private static void write(Directory directory) throws IOException {
    directory
        .pair(
            "1",
            "make",
            """
            CREATE TABLE t (id serial PRIMARY KEY, n int NOT NULL);
            INSERT INTO t (n) SELECT generate_series(1, 5000);
            """)
        .pair("2", "index", "CREATE INDEX CONCURRENTLY ix_2 ON t (n);")
        .pair(
            "3",
            "fill",
            """
            ALTER TABLE t ADD m int;
            UPDATE t SET m = n;
            ALTER TABLE t ALTER m SET NOT NULL;
            """)
        .pair("4", "index", "CREATE UNIQUE INDEX CONCURRENTLY ix_4 ON t (m);")
        .pair(
            "5",
            "refer",
            """
            CREATE TABLE u (id serial PRIMARY KEY, t_id int NOT NULL REFERENCES t);
            INSERT INTO u (t_id) SELECT id FROM t;
            """)
        .pair("6", "index", "CREATE INDEX CONCURRENTLY ix_6 ON u (t_id);");
  }

  /**
   * Fails unless the database is at a version, but for what is noted as interrupted.
   *
   * @return which, 0 for none
   */
  int assertAtOne(Project project) throws SQLException {
    int version = versionByHistory(project);
    String unfinished = unfinished(project);
    if (unfinished != null) {
      assertThat(unfinished).isEqualTo("" + (version + 1)).isIn("2", "4", "6");
      project.execute("DROP INDEX IF EXISTS ix_" + unfinished);
    }
    assertThat(snapshot(project)).isEqualTo(snapshots.get(version));
    return version;
  }

  private static int versionByHistory(Project project) throws SQLException {
    if (!hasHistory(project)) {
      return 0;
    }
    String applied =
        project.query(
            "SELECT coalesce(string_agg(version, ',' ORDER BY installed_rank), '')"
                + " FROM flyway_schema_history WHERE success");
    assertThat("1,2,3,4,5,6").startsWith(Objects.requireNonNull(applied));
    return applied.isEmpty() ? 0 : applied.split(",", -1).length;
  }

  private static @Nullable String unfinished(Project project) throws SQLException {
    return hasHistory(project)
        ? project.query("SELECT version FROM flyway_schema_history WHERE NOT success")
        : null;
  }

  private static boolean hasHistory(Project project) throws SQLException {
    return project.query("SELECT to_regclass('flyway_schema_history')") != null;
  }

  private static Snapshot snapshot(Project project) throws SQLException {
    try (Connection connection = project.database().connect()) {
      return Snapshot.of(connection);
    }
  }
}
