package io.speechtotext.prover.trace;

import java.sql.Connection;
import java.sql.SQLException;

/** Where more sessions on the traced database come from. */
@FunctionalInterface
public interface Sessions {

  /** A new one, in auto-commit mode, for the caller to close. */
  Connection open() throws SQLException;
}
