package io.speechtotext.app.cli.db;

import io.speechtotext.app.cli.ExitCode;
import io.speechtotext.app.cli.JsonOption;
import io.speechtotext.app.cli.Listing;
import io.speechtotext.app.cli.Workplace;
import io.speechtotext.migrator.Migrator;
import io.speechtotext.migrator.repair.Defect;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stt db repair}: mends the history. */
@Command(
    name = "repair",
    description = {
      "Mends the history, and shows what was wrong.",
      "That are checksums of files that were edited after they were applied, and scripts outside a transaction"
          + " that did not end, with the invalid indexes that they left."
    })
final class RepairCommand extends DatabaseCommand {

  @Option(names = "--dry-run", description = "Only show it.")
  private boolean dryRun;

  @Mixin private WaitForOthers others = new WaitForOthers();
  @Mixin private JsonOption json = new JsonOption();

  RepairCommand(Workplace workplace) {
    super(workplace);
  }

  @Override
  public Integer call() {
    Migrator migrator = migrator(others::settings);
    List<Defect> defects = dryRun ? migrator.repairPlan() : migrator.repair();
    if (json.isWanted()) {
      console().json(listing(defects).objects());
    } else {
      defects.forEach(each -> console().say(each.mending()));
      console().say(summary(defects.size()));
    }
    return ExitCode.DONE;
  }

  private String summary(int defects) {
    if (defects == 0) {
      return "Nothing to mend.";
    }
    return dryRun ? "To mend: " + defects : "Mended: " + defects;
  }

  private static Listing listing(List<Defect> defects) {
    Listing listing = new Listing("defect", "version", "script", "mending");
    defects.forEach(
        each ->
            listing.add(
                each.kind().name().toLowerCase(Locale.ROOT),
                each.version(),
                each.script(),
                each.mending()));
    return listing;
  }
}
