package io.speechtotext.prover.trace;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A lock that a statement took on a table or an index.
 *
 * @param relation the object id of the table or index
 */
public record RelationLock(long relation, LockMode mode) {

  /**
   * Asks for the locks that a session has or waits for, without those on the server's own tables
   * and those of SERIALIZABLE, for which nobody waits.
   */
  static String query(String processId) {
    return """
        SELECT l.relation, l.mode
        FROM pg_catalog.pg_locks AS l
        JOIN pg_catalog.pg_database AS d ON d.oid = l.database
        WHERE l.pid = %s AND l.locktype = 'relation' AND l.relation >= 16384
          AND l.mode <> 'SIReadLock' AND d.datname = current_database()
        """
        .formatted(processId);
  }

  static RelationLock of(ResultSet row) throws SQLException {
    return new RelationLock(row.getLong(1), LockMode.ofServerName(row.getString(2)));
  }
}
