package io.speechtotext.app.cli.keys;

import io.speechtotext.app.apikey.ApiKeyRepository;
import io.speechtotext.app.cli.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code stt keys deactivate}: withdraws a key. */
@Command(name = "deactivate", description = "Withdraws a key at once; its row and its jobs remain.")
final class DeactivateCommand extends ApiKeyCommand {

  @Parameters(paramLabel = "ID", description = "As 'stt keys list' shows it.")
  private int id;

  DeactivateCommand(Workplace workplace) {
    super(workplace);
  }

  @Override
  void run(ApiKeyRepository keys) {
    console().say("Key %d of %s lets nobody in.".formatted(id, keys.deactivate(id).name()));
  }
}
