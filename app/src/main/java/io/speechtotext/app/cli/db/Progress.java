package io.speechtotext.app.cli.db;

import io.speechtotext.app.cli.Console;
import io.speechtotext.migrator.AppliedMigration;
import io.speechtotext.migrator.Migration;
import io.speechtotext.migrator.MigrationProgress;
import io.speechtotext.migrator.UndoneMigration;
import java.time.Duration;

/** Says what a migrator does while it does it. */
final class Progress implements MigrationProgress {

  private final Console console;

  Progress(Console console) {
    this.console = console;
  }

  @Override
  public void waitingFor(String holder) {
    console.note("Waiting for another migrator to finish: " + holder);
  }

  @Override
  public void mended(String what) {
    console.say(what);
  }

  @Override
  public void warned(Migration migration, String warning) {
    console.note("V%s %s: %s".formatted(migration.version(), migration.description(), warning));
  }

  @Override
  public void lockNotHad(Migration migration, int nextTry, int tries, Duration pause) {
    console.note(
        "V%s %s: could not get its lock and was rolled back; try %d of %d in %d ms"
            .formatted(
                migration.version(), migration.description(), nextTry, tries, pause.toMillis()));
  }

  @Override
  public void applied(AppliedMigration migration) {
    console.say(
        console.good("V" + migration.version())
            + " %s: applied in %d ms"
                .formatted(migration.description(), migration.duration().toMillis()));
  }

  @Override
  public void undone(UndoneMigration migration) {
    migration
        .copies()
        .forEach(
            copy ->
                console.say(
                    "Copied what is lost of %s to undone.%s, rows: %d"
                        .formatted(copy.table(), copy.name(), copy.rows())));
    console.say(
        console.good("V" + migration.version())
            + " %s: undone in %d ms"
                .formatted(migration.description(), migration.duration().toMillis()));
  }
}
