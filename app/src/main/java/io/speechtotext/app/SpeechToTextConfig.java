package io.speechtotext.app;

import io.speechtotext.app.apikey.ApiKeySettings;
import io.speechtotext.app.config.ConfigurationException;
import io.speechtotext.app.config.DatabaseSettings;
import io.speechtotext.app.config.Variables;
import io.speechtotext.app.database.DatabaseOptions;
import io.speechtotext.app.database.PoolSettings;
import io.speechtotext.app.database.StatementListener;
import io.speechtotext.app.database.Timeouts;
import io.speechtotext.app.job.JobSettings;
import java.util.List;
import java.util.Map;

/**
 * All that there is to say about {@link SpeechToText}. Immutable.
 *
 * @param database which database, through how many connections, and for how long
 * @param apiKeys how keys are authenticated, those that the replaced service issued among them
 * @param jobs how jobs are tried again
 */
public record SpeechToTextConfig(
    DatabaseOptions database, ApiKeySettings apiKeys, JobSettings jobs) {

  /** Defaults for all but the database itself; without legacy keys. */
  public static SpeechToTextConfig of(DatabaseSettings settings) {
    return new SpeechToTextConfig(
        DatabaseOptions.of(settings), ApiKeySettings.DEFAULTS, JobSettings.DEFAULTS);
  }

  /**
   * Reads the environment of this process.
   *
   * @throws ConfigurationException when a variable cannot be understood
   */
  public static SpeechToTextConfig fromEnvironment() {
    return from(System.getenv());
  }

  /**
   * Reads variables by their names: those of {@link DatabaseSettings}, and {@code
   * LISTEN_DATABASE_URL}, {@code DB_POOL_SIZE}, {@code DB_POOL_TIMEOUT}, {@code DB_POOL_RECYCLE},
   * {@code DB_STATEMENT_TIMEOUT}, {@code DB_LOCK_TIMEOUT}, {@code DB_IDLE_IN_TRANSACTION_TIMEOUT},
   * {@code DB_CONNECT_TIMEOUT}, all times in seconds, and {@code LEGACY_KEYS}.
   *
   * @throws ConfigurationException when a variable cannot be understood
   * @throws IllegalStateException when legacy keys are wanted, and the library for bcrypt is not on
   *     the class path
   */
  public static SpeechToTextConfig from(Map<String, String> environment) {
    Variables variables = Variables.of(environment);
    DatabaseOptions options =
        new DatabaseOptions(
            DatabaseSettings.from(environment),
            DatabaseSettings.forListening(environment),
            pool(variables),
            timeouts(variables),
            List.of());
    boolean legacyKeys = variables.flag("LEGACY_KEYS").orElse(false);
    return new SpeechToTextConfig(
        options, ApiKeySettings.DEFAULTS.withLegacyKeys(legacyKeys), JobSettings.DEFAULTS);
  }

  private static PoolSettings pool(Variables variables) {
    PoolSettings defaults = PoolSettings.DEFAULTS;
    return new PoolSettings(
        variables.number("DB_POOL_SIZE", 1).orElse(defaults.maximumSize()),
        variables.seconds("DB_POOL_TIMEOUT", 1).orElse(defaults.connectionTimeout()),
        variables.seconds("DB_POOL_RECYCLE", 30).orElse(defaults.maximumLifetime()));
  }

  private static Timeouts timeouts(Variables variables) {
    Timeouts defaults = Timeouts.DEFAULTS;
    return new Timeouts(
        variables.seconds("DB_STATEMENT_TIMEOUT", 1).orElse(defaults.statement()),
        variables.seconds("DB_LOCK_TIMEOUT", 1).orElse(defaults.lock()),
        variables.seconds("DB_IDLE_IN_TRANSACTION_TIMEOUT", 1).orElse(defaults.idleInTransaction()),
        variables.seconds("DB_CONNECT_TIMEOUT", 1).orElse(defaults.connect()));
  }

  /** The same with another way to the database. */
  public SpeechToTextConfig with(DatabaseOptions other) {
    return new SpeechToTextConfig(other, apiKeys, jobs);
  }

  /** The same with one more listener. */
  public SpeechToTextConfig with(StatementListener another) {
    return with(database.with(another));
  }

  /** The same with other ways to authenticate keys. */
  public SpeechToTextConfig with(ApiKeySettings other) {
    return new SpeechToTextConfig(database, other, jobs);
  }

  /**
   * The same, with or without the keys that the replaced service issued.
   *
   * @throws IllegalStateException when they are wanted, and the library for bcrypt is not on the
   *     class path
   */
  public SpeechToTextConfig withLegacyKeys(boolean accepted) {
    return with(apiKeys.withLegacyKeys(accepted));
  }

  /** The same with other pauses between attempts at a job. */
  public SpeechToTextConfig with(JobSettings other) {
    return new SpeechToTextConfig(database, apiKeys, other);
  }
}
