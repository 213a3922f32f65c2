package io.speechtotext.app.cli.db;

import io.speechtotext.app.cli.ExitCode;
import io.speechtotext.app.cli.Workplace;
import io.speechtotext.migrator.DataLoss;
import io.speechtotext.migrator.Migrator;
import io.speechtotext.migrator.UndoRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stt db down}: undoes what was applied. */
@Command(
    name = "down",
    description = {
      "Undoes migrations, newest first.",
      "Refuses, with exit code 4, where data would be lost that are really there."
    })
final class DownCommand extends DatabaseCommand {

  @Parameters(arity = "0..1", paramLabel = "N", description = "How many to undo (default: 1).")
  private @Nullable Integer steps;

  @Option(
      names = "--to",
      paramLabel = "VERSION",
      description = "Undo all that came after this version; 'base' undoes everything.")
  private @Nullable String target;

  @Option(
      names = "--lose-data",
      description = "Go on where data would be lost, after copying them into schema 'undone'.")
  private boolean loseData;

  @Option(names = "--no-copy", description = "With --lose-data: do not copy them.")
  private boolean noCopy;

  @Mixin private MigratorOptions options = new MigratorOptions();

  DownCommand(Workplace workplace) {
    super(workplace);
  }

  @Override
  public Integer call() {
    if (steps != null && target != null) {
      throw usage("N and --to exclude each other");
    }
    if (noCopy && !loseData) {
      throw usage("--no-copy says how to lose data, and needs --lose-data");
    }
    Migrator migrator = migrator(options::settings);
    UndoRun run = arguments(() -> undo(migrator));
    if (run.undone().isEmpty()) {
      console().say("Nothing to do: the database is at " + Words.place(run.version()) + ".");
    }
    return ExitCode.DONE;
  }

  private UndoRun undo(Migrator migrator) {
    if (target != null) {
      return migrator.downTo(target, policy());
    }
    return migrator.down(steps == null ? 1 : steps, policy());
  }

  private DataLoss policy() {
    if (!loseData) {
      return DataLoss.REFUSE;
    }
    return noCopy ? DataLoss.DISCARD : DataLoss.COPY;
  }
}
