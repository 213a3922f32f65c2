package io.speechtotext.app.cli.keys;

import io.speechtotext.app.apikey.ApiKeyRepository;
import io.speechtotext.app.cli.JsonOption;
import io.speechtotext.app.cli.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code stt keys rotate}: a new key in the place of an old one. */
@Command(
    name = "rotate",
    description = "Replaces a key, and prints the new one this once; the old one stops at once.")
final class RotateCommand extends ApiKeyCommand {

  @Parameters(paramLabel = "ID", description = "As 'stt keys list' shows it.")
  private int id;

  @Mixin private JsonOption json = new JsonOption();

  RotateCommand(Workplace workplace) {
    super(workplace);
  }

  @Override
  void run(ApiKeyRepository keys) {
    handOver(keys.rotate(id), json.isWanted());
  }
}
