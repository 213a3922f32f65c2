package io.speechtotext.app.cli.keys;

import io.speechtotext.app.apikey.Activity;
import io.speechtotext.app.apikey.ApiKey;
import io.speechtotext.app.apikey.ApiKeyRepository;
import io.speechtotext.app.cli.JsonOption;
import io.speechtotext.app.cli.Listing;
import io.speechtotext.app.cli.Workplace;
import io.speechtotext.app.paging.CreatedAt;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stt keys list}: the keys, newest first. */
@Command(name = "list", description = "Lists the keys, newest first.")
final class ListCommand extends ApiKeyCommand {

  private static final int AT_A_TIME = 500;

  @Option(
      names = "--only",
      paramLabel = "WHICH",
      description = "Only these: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Activity activity = Activity.ANY;

  @Mixin private JsonOption json = new JsonOption();

  ListCommand(Workplace workplace) {
    super(workplace);
  }

  @Override
  void run(ApiKeyRepository keys) {
    Listing listing =
        new Listing(
            "id",
            "name",
            "prefix",
            "active",
            "admin",
            "rate_limit_per_hour",
            "last_used_at",
            "expires_at");
    PageRequest<CreatedAt> request = PageRequest.first(AT_A_TIME);
    Page<ApiKey, CreatedAt> page = keys.list(activity, request);
    page.items().forEach(key -> add(listing, key));
    while (page.next().isPresent()) {
      page = keys.list(activity, request.after(page.next().get()));
      page.items().forEach(key -> add(listing, key));
    }
    if (json.isWanted()) {
      console().json(listing.objects());
    } else {
      console().say(listing);
    }
  }

  private static void add(Listing listing, ApiKey key) {
    listing.add(
        key.id(),
        key.name(),
        key.prefix(),
        key.isActive(),
        key.isAdmin(),
        key.rateLimitPerHour(),
        key.lastUsedAt(),
        key.expiresAt());
  }
}
