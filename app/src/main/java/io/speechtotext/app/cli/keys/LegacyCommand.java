package io.speechtotext.app.cli.keys;

import io.speechtotext.app.apikey.ApiKeyRepository;
import io.speechtotext.app.apikey.LegacyApiKey;
import io.speechtotext.app.cli.JsonOption;
import io.speechtotext.app.cli.Listing;
import io.speechtotext.app.cli.Workplace;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code stt keys legacy}: who still has a key of the old service only. */
@Command(
    name = "legacy",
    description = {
      "Lists the old service's keys that have not moved: that no request has shown since, with LEGACY_KEYS on.",
      "When none is left, turn LEGACY_KEYS off."
    })
final class LegacyCommand extends ApiKeyCommand {

  @Mixin private JsonOption json = new JsonOption();

  LegacyCommand(Workplace workplace) {
    super(workplace);
  }

  @Override
  void run(ApiKeyRepository keys) {
    List<LegacyApiKey> waiting = keys.legacyKeys();
    if (json.isWanted()) {
      console().json(forPrograms(waiting).objects());
    } else if (waiting.isEmpty()) {
      console().say("All keys have moved. Next: turn LEGACY_KEYS off.");
    } else {
      console().say(forPeople(waiting));
    }
  }

  private static Listing forPrograms(List<LegacyApiKey> waiting) {
    Listing listing =
        new Listing("id", "name", "last_used_at", "expires_at", "can_move", "is_tried");
    waiting.forEach(
        key ->
            listing.add(
                key.id(),
                key.name(),
                key.lastUsedAt(),
                key.expiresAt(),
                key.canMove(),
                key.isTried()));
    return listing;
  }

  private static Listing forPeople(List<LegacyApiKey> waiting) {
    Listing listing = new Listing("id", "name", "last_used_at", "expires_at", "moves");
    waiting.forEach(
        key -> listing.add(key.id(), key.name(), key.lastUsedAt(), key.expiresAt(), moves(key)));
    return listing;
  }

  private static String moves(LegacyApiKey key) {
    if (!key.canMove()) {
      return "never: replace it (stt keys rotate %d)".formatted(key.id());
    }
    return key.isTried() ? "when it is used" : "not yet: only those above are tried";
  }
}
