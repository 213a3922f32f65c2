package io.speechtotext.app.cli.db;

import io.speechtotext.app.cli.Console;
import io.speechtotext.app.cli.ExitCode;
import io.speechtotext.app.cli.JsonOption;
import io.speechtotext.app.cli.Workplace;
import io.speechtotext.migrator.DatabaseStatus;
import io.speechtotext.migrator.Migration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code stt db status}: where the database stands. */
@Command(name = "status", description = "Says where the database stands and what is pending.")
final class StatusCommand extends DatabaseCommand {

  @Mixin private JsonOption json = new JsonOption();

  StatusCommand(Workplace workplace) {
    super(workplace);
  }

  @Override
  public Integer call() {
    DatabaseStatus status = migrator().status();
    if (json.isWanted()) {
      console().json(object(status));
    } else {
      say(status);
    }
    return ExitCode.DONE;
  }

  private void say(DatabaseStatus status) {
    Console console = console();
    console.say(workplace().settings().describe() + " is " + standing(status));
    if (status.managed() || status.empty()) {
      status.unfinished().forEach(each -> console.say(console.bad("unfinished") + " V" + each));
      status.pending().forEach(each -> console.say(pending(each)));
    }
    if (!status.unknown().isEmpty()) {
      console.say(
          "newer than this release, which knows nothing after V%s: %s"
              .formatted(workplace().migrations().latest(), Words.versions(status.unknown())));
    }
  }

  private static String pending(Migration migration) {
    return "pending V%s %s".formatted(migration.version(), migration.description());
  }

  private static String standing(DatabaseStatus status) {
    if (status.managed()) {
      return "at " + Words.place(status.version());
    }
    return status.empty()
        ? "not migrated yet"
        : "not managed by this tool, and not empty. Next: stt db adopt";
  }

  private static Map<String, @Nullable Object> object(DatabaseStatus status) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("managed", status.managed());
    object.put("version", status.version());
    object.put("pending", versions(status.pending()));
    object.put("unknown", status.unknown());
    object.put("unfinished", status.unfinished());
    return object;
  }

  private static List<String> versions(List<Migration> migrations) {
    return migrations.stream().map(each -> each.version().toString()).toList();
  }
}
