package io.speechtotext.prover.oldcode;

import io.speechtotext.prover.catalog.Column;
import java.util.List;

/**
 * A statement that code of the former version sends.
 *
 * @param name for people: {@code an INSERT of every column}
 * @param sql the statement
 * @param inserts whether it adds a row
 * @param leftOut the columns that it leaves to their defaults
 */
record OldStatement(String name, String sql, boolean inserts, List<Column> leftOut) {

  OldStatement {
    leftOut = List.copyOf(leftOut);
  }
}
