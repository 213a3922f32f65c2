package io.speechtotext.app.cli.keys;

import io.speechtotext.app.apikey.ApiKeyRepository;
import io.speechtotext.app.apikey.NewApiKey;
import io.speechtotext.app.cli.JsonOption;
import io.speechtotext.app.cli.Workplace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stt keys create}: a new key. */
@Command(name = "create", description = "Creates a key, and prints it this once.")
final class CreateCommand extends ApiKeyCommand {

  @Parameters(paramLabel = "NAME", description = "The project or client that will hold it.")
  private String name = "";

  @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.")
  private @Nullable String description;

  @Option(names = "--admin", description = "It may administer the service.")
  private boolean admin;

  @ArgGroup(exclusive = true)
  private Limit limit = new Limit();

  @Option(
      names = "--expires-at",
      paramLabel = "TIME",
      description = "It lets nobody in from then on; for example 2030-01-01T00:00:00Z.")
  private @Nullable Instant expiresAt;

  @Mixin private JsonOption json = new JsonOption();

  /** How many requests. */
  static final class Limit {

    @Option(
        names = "--rate-limit",
        paramLabel = "N",
        description = "Requests in an hour (default: " + NewApiKey.USUAL_RATE_LIMIT + ").")
    private int perHour = NewApiKey.USUAL_RATE_LIMIT;

    @Option(names = "--no-rate-limit", description = "As many requests as it likes.")
    private boolean isNone;
  }

  CreateCommand(Workplace workplace) {
    super(workplace);
  }

  @Override
  void run(ApiKeyRepository keys) {
    NewApiKey key =
        new NewApiKey(name, description, admin, limit.isNone ? null : limit.perHour, expiresAt);
    handOver(keys.create(key), json.isWanted());
  }
}
