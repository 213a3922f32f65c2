package io.speechtotext.prover.dependence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Makes rows that break a rule, out of rows that are there. */
@FunctionalInterface
interface Sabotage {

  /**
   * Writes them, in the connection's transaction.
   *
   * @return what was written, for people; empty when other constraints or a lack of rows forbid it
   */
  Optional<String> on(Connection connection) throws SQLException;
}
