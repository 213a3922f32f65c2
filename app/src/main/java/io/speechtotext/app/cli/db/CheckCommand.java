package io.speechtotext.app.cli.db;

import io.speechtotext.app.cli.Console;
import io.speechtotext.app.cli.ExitCode;
import io.speechtotext.app.cli.JsonOption;
import io.speechtotext.app.cli.Workplace;
import io.speechtotext.migrator.snapshot.Difference;
import io.speechtotext.migrator.snapshot.Severity;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stt db check}: compares the database with the typed classes. */
@Command(
    name = "check",
    description = {
      "Compares the database with the schema that this release's typed classes were made from.",
      "Ends with 3 when a difference breaks them."
    })
final class CheckCommand extends DatabaseCommand {

  @Option(names = "--exact", description = "Ends with 3 on any difference.")
  private boolean exact;

  @Mixin private JsonOption json = new JsonOption();

  CheckCommand(Workplace workplace) {
    super(workplace);
  }

  @Override
  public Integer call() {
    List<Difference> differences = migrator().check(workplace().snapshot());
    if (json.isWanted()) {
      console().json(Differences.listing(differences).objects());
    } else {
      say(differences);
    }
    return differences.stream().anyMatch(this::counts) ? ExitCode.DIFFERENT : ExitCode.DONE;
  }

  private boolean counts(Difference difference) {
    return exact || difference.severity() == Severity.BREAKS;
  }

  private void say(List<Difference> differences) {
    Console console = console();
    for (Difference each : differences) {
      String severity = Differences.severity(each);
      console.say((counts(each) ? console.bad(severity) : console.faint(severity)) + "  " + each);
    }
    if (differences.isEmpty()) {
      console.say(console.good("The database is what this release was built for."));
    }
  }
}
