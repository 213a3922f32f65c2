package io.speechtotext.migrator;

import io.speechtotext.migrator.guard.DropReader;
import io.speechtotext.migrator.guard.UndoDrops;
import io.speechtotext.migrator.script.ScriptReader;
import io.speechtotext.migrator.script.SqlScript;
import java.util.List;

/**
 * A migration that is to be undone.
 *
 * @param script its {@code U} file, read
 * @param drops what that drops; empty when nobody is to care
 */
record Undo(Migration migration, SqlScript script, UndoDrops drops) {

  static Undo of(Migration migration, ScriptReader reader, DataLoss policy) {
    SqlScript script = reader.read(migration.undo());
    UndoDrops drops =
        new UndoDrops(
            migration.version(),
            policy == DataLoss.DISCARD ? List.of() : DropReader.dropsOf(script));
    return new Undo(migration, script, drops);
  }

  boolean dropsAnything() {
    return !drops.drops().isEmpty();
  }
}
