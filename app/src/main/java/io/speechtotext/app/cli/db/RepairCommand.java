package io.speechtotext.app.cli.db;

import io.speechtotext.app.cli.ExitCode;
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
      "Shows what is wrong with the history, then mends it: checksums of files that were edited after they were applied,",
      "and scripts outside a transaction that did not end, with the invalid indexes that they left."
    })
final class RepairCommand extends DatabaseCommand {

  @Option(names = "--dry-run", description = "Only show it.")
  private boolean dryRun;

  @Mixin private MigratorOptions options = new MigratorOptions();
  @Mixin private JsonOption json = new JsonOption();

  RepairCommand(Workplace workplace) {
    super(workplace);
  }

  @Override
  public Integer call() {
    Migrator migrator = migrator(options);
    List<Defect> plan = migrator.repairPlan();
    if (json.isWanted()) {
      console().json(listing(plan).objects());
    } else {
      plan.forEach(each -> console().say(each.mending()));
    }
    if (!dryRun && !plan.isEmpty()) {
      int mended = migrator.repair().size();
      console().note("Mended: " + mended);
    } else if (plan.isEmpty() && !json.isWanted()) {
      console().say("Nothing to mend.");
    }
    return ExitCode.DONE;
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
