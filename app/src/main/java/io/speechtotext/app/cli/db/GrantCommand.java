package io.speechtotext.app.cli.db;

import io.speechtotext.app.cli.ExitCode;
import io.speechtotext.app.cli.Workplace;
import io.speechtotext.migrator.Migrator;
import io.speechtotext.migrator.grant.GrantedRole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stt db grant}: gives a service's role what it needs. */
@Command(
    name = "grant",
    description = {
      "Gives a service's role what it needs and no more: to read and write rows, and to read the history.",
      "Also takes from everybody the right to make tables in the schema, which PostgreSQL 12 to 14 give."
    })
final class GrantCommand extends DatabaseCommand {

  @Option(
      names = "--to",
      paramLabel = "ROLE",
      required = true,
      description = "The role that the service logs in as; it must exist.")
  private String role = "";

  @Mixin private WaitForOthers others = new WaitForOthers();

  GrantCommand(Workplace workplace) {
    super(workplace);
  }

  @Override
  public Integer call() {
    Migrator migrator = migrator(others::settings);
    GrantedRole granted = arguments(() -> migrator.grantTo(role));
    console()
        .say(
            "Role %s may read and write %d tables and use %d sequences, and those to come."
                .formatted(granted.role(), granted.tables().size(), granted.sequences().size()));
    return ExitCode.DONE;
  }
}
