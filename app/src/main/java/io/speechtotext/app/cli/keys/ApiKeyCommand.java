package io.speechtotext.app.cli.keys;

import io.speechtotext.app.apikey.ApiKeyRepository;
import io.speechtotext.app.apikey.IssuedApiKey;
import io.speechtotext.app.cli.Console;
import io.speechtotext.app.cli.ExitCode;
import io.speechtotext.app.cli.Workplace;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.database.PoolSettings;
import io.speechtotext.app.failure.NotFoundException;
import io.speechtotext.app.failure.UnexpectedFailureException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands have in common that work on API keys. */
@Command(mixinStandardHelpOptions = true)
abstract class ApiKeyCommand implements Callable<Integer> {

  // undefined_table, undefined_column
  private static final Set<String> NOT_MIGRATED = Set.of("42P01", "42703");
  private static final PoolSettings ONE = new PoolSettings(1, Duration.ofSeconds(10));

  private final Workplace workplace;
  @Spec private CommandSpec spec = CommandSpec.create();

  ApiKeyCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  final Console console() {
    return new Console(spec.commandLine());
  }

  @Override
  public final Integer call() {
    try (Database database = Database.open(workplace.settings(), ONE)) {
      run(new ApiKeyRepository(database));
      return ExitCode.DONE;
    } catch (NotFoundException e) {
      console().problem(e.getMessage() + ".\n  Next: stt keys list");
      return ExitCode.FAILED;
    } catch (UnexpectedFailureException e) {
      if (!NOT_MIGRATED.contains(e.sqlState())) {
        throw e;
      }
      console()
          .problem(
              "The database is older than this release, and lacks what its keys need. Nothing was changed.\n  Next: stt db up");
      return ExitCode.FAILED;
    }
  }

  /** Does what the command is for. */
  abstract void run(ApiKeyRepository keys);

  /** Hands a key over: to standard output the key alone, for scripts. */
  final void handOver(IssuedApiKey issued, boolean json) {
    if (json) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      object.put("id", issued.key().id());
      object.put("name", issued.key().name());
      object.put("key", issued.plaintext().reveal());
      console().json(object);
    } else {
      console().say(issued.plaintext().reveal());
      console()
          .note(
              "This is key %d of %s. It is shown now and never again."
                  .formatted(issued.key().id(), issued.key().name()));
    }
  }
}
