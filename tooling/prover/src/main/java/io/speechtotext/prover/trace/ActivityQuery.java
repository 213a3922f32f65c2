package io.speechtotext.prover.trace;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** Asks the server's statistics what was done to rows. */
enum ActivityQuery {
  /** By the session's own transaction, so far. */
  OF_TRANSACTION("pg_stat_xact_all_tables"),
  /** By all who have ended their transactions and reported. */
  OF_EVERYBODY("pg_stat_all_tables");

  private final String view;

  ActivityQuery(String view) {
    this.view = view;
  }

  /** The counts by a table's object id; tables with none are not there. */
  Map<Long, Activity> counts(Connection connection) throws SQLException {
    Map<Long, Activity> counts = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql())) {
      while (row.next()) {
        counts.put(
            row.getLong(1),
            new Activity(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
      }
    }
    return counts;
  }

  private String sql() {
    return """
        SELECT relid, coalesce(seq_scan, 0), n_tup_ins, n_tup_upd, n_tup_del
        FROM pg_catalog.%s
        WHERE relid >= 16384 AND coalesce(seq_scan, 0) + n_tup_ins + n_tup_upd + n_tup_del > 0
        """
        .formatted(view);
  }
}
