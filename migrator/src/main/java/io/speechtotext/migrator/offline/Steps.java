package io.speechtotext.migrator.offline;

import io.speechtotext.migrator.Migration;
import io.speechtotext.migrator.Migrator;
import io.speechtotext.migrator.guard.UndoDrops;
import java.util.List;
import java.util.Objects;

/**
 * A way, read and ready to be written.
 *
 * @param applied what is applied at its beginning
 */
record Steps(String from, String to, List<Migration> applied, List<StepSql> list) {

  /** What the undos on it drop; empty on the way up. */
  List<UndoDrops> drops() {
    return list.stream()
        .map(StepSql::drops)
        .filter(Objects::nonNull)
        .filter(each -> !each.drops().isEmpty())
        .toList();
  }

  boolean beginsFromNothing() {
    return from.equals(Migrator.BASE);
  }
}
