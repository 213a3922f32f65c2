package io.speechtotext.app.cli.db;

import io.speechtotext.app.cli.Console;
import io.speechtotext.app.cli.ExitCode;
import io.speechtotext.app.cli.JsonOption;
import io.speechtotext.app.cli.Workplace;
import io.speechtotext.migrator.Migrator;
import io.speechtotext.migrator.adopt.Adoption;
import io.speechtotext.migrator.adopt.AdoptionTerms;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stt db adopt}: takes over a database that Alembic manages. */
@Command(
    name = "adopt",
    description = {
      "Takes over a database that Alembic manages: compares it with the version that it is at, and only if they are equal"
          + " writes the history that 'up' would have written.",
      "Data and alembic_version stay as they are."
    })
final class AdoptCommand extends DatabaseCommand {

  @Option(
      names = "--at",
      paramLabel = "VERSION",
      description = "The version of a database that has the tables and no alembic_version.")
  private @Nullable String version;

  @Option(
      names = "--accept-differences",
      description = "Go on though the database differs from that version.")
  private boolean acceptDifferences;

  @Mixin private JsonOption json = new JsonOption();
  @Mixin private WaitForOthers others = new WaitForOthers();

  AdoptCommand(Workplace workplace) {
    super(workplace);
  }

  @Override
  public Integer call() {
    Migrator migrator = migrator(others::settings);
    Adoption adoption = arguments(() -> migrator.adopt(workplace().adoptable(), terms()));
    Console console = console();
    if (json.isWanted()) {
      console.json(object(adoption));
    } else {
      adoption.accepted().forEach(each -> console.say("accepted  " + each));
      console.say(
          "Adopted %s at %s: %d migrations count as applied."
              .formatted(
                  adoption.revision() == null ? "it" : "Alembic's " + adoption.revision(),
                  console.good(Words.place(adoption.version())),
                  adoption.migrations().size()));
    }
    return ExitCode.DONE;
  }

  private static Map<String, @Nullable Object> object(Adoption adoption) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("version", adoption.version());
    object.put("revision", adoption.revision());
    object.put("accepted", Differences.listing(adoption.accepted()).objects());
    return object;
  }

  private AdoptionTerms terms() {
    AdoptionTerms terms = AdoptionTerms.strict();
    if (version != null) {
      terms = terms.at(version);
    }
    return acceptDifferences ? terms.acceptingDifferences() : terms;
  }
}
