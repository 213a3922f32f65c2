package io.speechtotext.migrator.concurrent;

import io.speechtotext.migrator.MigrationFailedException;
import io.speechtotext.migrator.Script;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Somebody's {@code CREATE INDEX CONCURRENTLY} at work: until its end the index is invalid. */
final class IndexBuild {

  // Which index it is stays hidden from a role that may not read all statistics. The lock of its
  // table, which no two builds have at once, does not.
  private static final String ASK =
      """
      SELECT count(*) > 0
      FROM pg_catalog.pg_index AS i
      JOIN pg_catalog.pg_locks AS l ON l.relation = i.indrelid
      JOIN pg_catalog.pg_stat_progress_create_index AS p ON p.pid = l.pid
      WHERE i.indexrelid = to_regclass(?)
        AND p.datname = current_database()
        AND l.database = p.datid
        AND l.locktype = 'relation'
        AND l.mode = 'ShareUpdateExclusiveLock'
        AND l.granted
        AND coalesce(nullif(p.index_relid, 0), i.indexrelid) = i.indexrelid
      """;

  private IndexBuild() {}

  /** Refuses to take an index for a leftover while somebody builds it. */
  static void refuse(ConcurrentIndex index, Script source, Connection connection)
      throws SQLException {
    if (isAtWork(index, connection)) {
      throw new MigrationFailedException(
          """
          %s, line %d: the index %s is being built by somebody else. Nothing was changed.
            Next: wait for its end (pg_stat_progress_create_index), drop it (DROP INDEX \
          CONCURRENTLY), and run the command again."""
              .formatted(source.name(), index.line(), index.name()),
          source.name(),
          index.line(),
          null,
          null);
    }
  }

  private static boolean isAtWork(ConcurrentIndex index, Connection connection)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ASK)) {
      statement.setString(1, index.name());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }
}
