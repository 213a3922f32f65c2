package io.speechtotext.prover.trace;

import io.speechtotext.migrator.script.SqlStatement;
import io.speechtotext.prover.catalog.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Prepares a session for a statement that is watched from others, and asks it afterwards. */
final class WatchedRun {

  private static final String SCANS =
      "SELECT relid, seq_scan FROM pg_catalog.pg_stat_user_tables WHERE seq_scan > 0";
  private static final int FIRST_THAT_FLUSHES = 15;

  private final Connection connection;
  private final Watch watch;
  private final Deadline deadline;
  private Map<Long, Activity> scans = Map.of();

  WatchedRun(Connection connection, Watch watch, Deadline deadline) {
    this.connection = connection;
    this.watch = watch;
    this.deadline = deadline;
  }

  /** Runs it with all tables locked by old writers, which is no reason to give up. */
  Watch.Seen of(SqlStatement statement, Moment before) throws SQLException {
    int processId = ProcessId.of(connection);
    Set<Long> tables =
        before.catalog().tables().stream().map(Table::oid).collect(Collectors.toSet());
    Map<Long, Activity> earlier = scansOfEverybody();
    setLockTimeout(0);
    Watch.Seen seen = watch.run(() -> Sent.of(statement, deadline), processId, tables);
    if (connection.isClosed()) { // by the statement itself
      return seen;
    }
    setLockTimeout(before.lockTimeout().toMillis());
    scans = Activity.added(earlier, scansOfEverybody());
    return seen;
  }

  /** Which tables were read in full; none before PostgreSQL 15, where nobody can know in time. */
  Map<Long, Activity> scans() {
    return scans;
  }

  private void setLockTimeout(long millis) throws SQLException {
    try (Statement set = connection.createStatement()) {
      set.execute("SET lock_timeout = " + millis);
    }
  }

  // Rows are left out: those that some session wrote before may be counted only now.
  private Map<Long, Activity> scansOfEverybody() throws SQLException {
    if (connection.getMetaData().getDatabaseMajorVersion() < FIRST_THAT_FLUSHES) {
      return Map.of();
    }
    try (Statement flush = connection.createStatement()) {
      flush.execute("SELECT pg_catalog.pg_stat_force_next_flush()");
    }
    Map<Long, Activity> scansByTable = new HashMap<>();
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(SCANS)) {
      while (row.next()) {
        scansByTable.put(row.getLong(1), new Activity(row.getLong(2), 0, 0, 0));
      }
    }
    return scansByTable;
  }
}
