package io.speechtotext.app.cli.db;

import io.speechtotext.app.cli.Console;
import io.speechtotext.app.cli.ExitCode;
import io.speechtotext.app.cli.JsonOption;
import io.speechtotext.app.cli.Listing;
import io.speechtotext.app.cli.Workplace;
import io.speechtotext.migrator.UndoneCopies;
import io.speechtotext.migrator.guard.UndoneCopy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stt db undone}: the copies of what undos dropped. */
@Command(
    name = "undone",
    description = "Lists, or drops, the copies that undos made of the data they dropped.")
final class UndoneCommand extends DatabaseCommand {

  @Option(names = "--drop", paramLabel = "NAME", description = "Drop this copy.")
  private @Nullable String dropped;

  @Option(names = "--drop-all", description = "Drop all of them.")
  private boolean dropAll;

  @Mixin private WaitForOthers others = new WaitForOthers();
  @Mixin private JsonOption json = new JsonOption();

  UndoneCommand(Workplace workplace) {
    super(workplace);
  }

  @Override
  public Integer call() {
    if (dropped != null && dropAll) {
      throw usage("--drop and --drop-all exclude each other");
    }
    UndoneCopies copies = new UndoneCopies(workplace().database(), others.settings());
    String name = dropped;
    if (name != null) {
      sayDropped(List.of(arguments(() -> copies.drop(name))));
    } else if (dropAll) {
      sayDropped(copies.dropAll());
    } else {
      list(copies.list());
    }
    return ExitCode.DONE;
  }

  private void sayDropped(List<UndoneCopy> copies) {
    copies.forEach(each -> console().say("Dropped undone." + each.name()));
    if (copies.isEmpty()) {
      console().say("There is no copy.");
    }
  }

  private void list(List<UndoneCopy> copies) {
    Listing listing = new Listing("name", "version", "table", "copied_at", "rows", "size_in_bytes");
    copies.forEach(
        each ->
            listing.add(
                each.name(),
                each.version(),
                each.table(),
                each.copiedAt(),
                each.rows(),
                each.sizeInBytes()));
    Console console = console();
    if (json.isWanted()) {
      console.json(listing.objects());
    } else if (copies.isEmpty()) {
      console.say("There is no copy.");
    } else {
      console.say(listing);
    }
  }
}
