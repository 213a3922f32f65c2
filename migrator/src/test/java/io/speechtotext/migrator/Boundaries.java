package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.migrator.history.AppliedRows;
import io.speechtotext.migrator.history.HistoryRow;
import io.speechtotext.migrator.history.HistoryTable;
import io.speechtotext.migrator.snapshot.Snapshot;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

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
        .pair("6", "index", "CREATE INDEX CONCURRENTLY ix_6 ON u (t_id);")
        .file("U6__index.sql", "DROP INDEX CONCURRENTLY IF EXISTS ix_6;")
        .file("U5__refer.sql", "DROP TABLE u;")
        .file("U4__index.sql", "DROP INDEX CONCURRENTLY IF EXISTS ix_4;")
        .file("U3__fill.sql", "ALTER TABLE t DROP m;")
        .file("U2__index.sql", "DROP INDEX CONCURRENTLY IF EXISTS ix_2;")
        .file("U1__make.sql", "DROP TABLE t;");
  }

  /**
   * Fails unless the database is at a version, but for what is noted as interrupted.
   *
   * @return which, 0 for none
   */
  int assertAtOne(Project project) throws SQLException {
    List<HistoryRow> history = history(project);
    List<HistoryRow> applied = new ArrayList<>(AppliedRows.of(history).values());
    List<String> interrupted = new ArrayList<>();
    for (HistoryRow row : history) {
      if (!row.success()) {
        // Whether it was on its way up or down: without its index it is the version below.
        assertThat(row.version()).isIn("2", "4", "6");
        assertThat(applied.remove(applied.size() - 1).version()).isEqualTo(row.version());
        interrupted.add("ix_" + row.version());
      }
    }
    assertThat(applied)
        .extracting(HistoryRow::version)
        .isEqualTo(List.of("1", "2", "3", "4", "5", "6").subList(0, applied.size()));
    assertThat(snapshotWithout(interrupted, project)).isEqualTo(snapshots.get(applied.size()));
    return applied.size();
  }

  private static List<HistoryRow> history(Project project) throws SQLException {
    try (Connection connection = project.database().connect()) {
      return HistoryTable.rows(connection);
    }
  }

  /** As if there were no such indexes; to remove them is the next run's task. */
  private static Snapshot snapshotWithout(List<String> indexes, Project project)
      throws SQLException {
    try (Connection connection = project.database().connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String index : indexes) {
        statement.execute("DROP INDEX IF EXISTS " + index);
      }
      Snapshot snapshot = Snapshot.of(connection);
      connection.rollback();
      return snapshot;
    }
  }

  private static Snapshot snapshot(Project project) throws SQLException {
    try (Connection connection = project.database().connect()) {
      return Snapshot.of(connection);
    }
  }
}
