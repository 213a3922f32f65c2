package io.speechtotext.prover.report;

import io.speechtotext.prover.catalog.Table;
import java.util.List;

/**
 * A table across a migration.
 *
 * @param state whether it, or anything of it, changed
 * @param table as it is now; as it was where it was dropped
 * @param formerName what it was called before; empty where that is its name still
 * @param columns all of them, dropped ones last
 * @param parts the constraints and indexes that changed
 */
record TableChange(
    State state,
    Table table,
    String formerName,
    List<ColumnChange> columns,
    List<PartChange> parts) {

  boolean isChanged() {
    return state != State.SAME;
  }
}
