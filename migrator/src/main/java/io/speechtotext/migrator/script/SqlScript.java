package io.speechtotext.migrator.script;

import io.speechtotext.migrator.Script;
import java.util.List;

/**
 * A script that has been read.
 *
 * @param source the file
 * @param statements in order
 * @param inTransaction whether all of it runs in one transaction; else each statement is on its own
 */
public record SqlScript(Script source, List<SqlStatement> statements, boolean inTransaction) {

  /** Copies the list. */
  public SqlScript {
    statements = List.copyOf(statements);
  }
}
