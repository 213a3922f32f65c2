package io.speechtotext.prover.dependence;

import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.prover.trace.ScriptRun;
import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** Gives out copies of the database that a migration meets. */
public interface DatabaseCopies {

  /** A new one, with rows, for the caller to close. */
  ThrowawayDatabase copy();

  /** A session like the runner's, in auto-commit mode. */
  Connection open(ThrowawayDatabase copy) throws SQLException;

  /** Runs a script on a copy, as on a server that has not seen it. */
  ScriptRun run(SqlScript script, Connection connection) throws SQLException;
}
