package io.speechtotext.app.cli.db;

import io.speechtotext.app.cli.ExitCode;
import io.speechtotext.app.cli.JsonOption;
import io.speechtotext.app.cli.Listing;
import io.speechtotext.app.cli.Workplace;
import io.speechtotext.migrator.HistoryEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code stt db history}: how the database came where it stands. */
@Command(
    name = "history",
    description =
        "Lists what was applied, undone and adopted, when, by whom, and how long it took.")
final class HistoryCommand extends DatabaseCommand {

  @Mixin private JsonOption json = new JsonOption();

  HistoryCommand(Workplace workplace) {
    super(workplace);
  }

  @Override
  public Integer call() {
    List<HistoryEvent> history = migrator().history();
    if (json.isWanted()) {
      console().json(objects(history).objects());
    } else if (history.isEmpty()) {
      console().say("Nothing was applied yet.");
    } else {
      console().say(table(history));
    }
    return ExitCode.DONE;
  }

  private static Listing table(List<HistoryEvent> history) {
    Listing listing = new Listing("when", "what", "version", "description", "by", "took");
    history.forEach(
        each ->
            listing.add(
                toSeconds(each.at()),
                kind(each),
                each.version() == null ? null : "V" + each.version(),
                each.description(),
                each.by(),
                each.duration().toMillis() + " ms"));
    return listing;
  }

  private static Listing objects(List<HistoryEvent> history) {
    Listing listing =
        new Listing("when", "what", "version", "description", "script", "by", "took_in_millis");
    history.forEach(
        each ->
            listing.add(
                each.at(),
                kind(each),
                each.version(),
                each.description(),
                each.script(),
                each.by(),
                each.duration().toMillis()));
    return listing;
  }

  private static @Nullable Instant toSeconds(@Nullable Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
  }

  private static String kind(HistoryEvent event) {
    return event.kind().name().toLowerCase(Locale.ROOT);
  }
}
