package io.speechtotext.migrator.concurrent;

import io.speechtotext.migrator.script.SqlScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Indexes that a script was making when it was interrupted. */
public final class InvalidIndexes {

  private InvalidIndexes() {}

  /**
   * Drops those that a script makes and that are invalid, so that it can be run again; the history
   * has to tell that it was begun.
   *
   * @return their names, as the script writes them
   */
  public static List<String> dropThoseOf(SqlScript script, Connection connection)
      throws SQLException {
    List<String> dropped = new ArrayList<>();
    for (ConcurrentIndex index : Repeatability.of(script).indexes()) {
      if (IndexState.of(index, connection) == IndexState.INVALID) {
        IndexState.drop(index.name(), connection);
        dropped.add(index.name());
      }
    }
    return dropped;
  }
}
