package io.speechtotext.examples.service;

import io.speechtotext.examples.service.http.HttpSettings;
import io.speechtotext.examples.service.worker.WorkerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What the environment says of this process, beside where its database is.
 *
 * @param audioDirectory where recordings are kept, by all processes of the service together
 * @param defaultLexicon what is applied to a job that asks for none
 */
public record ServiceSettings(
    HttpSettings http, WorkerSettings workers, Path audioDirectory, String defaultLexicon) {

  /**
   * Reads the variables that README.md lists; an empty one is an unset one.
   *
   * @throws IllegalArgumentException when one of them cannot be understood; says which and why
   */
  public static ServiceSettings from(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    Duration stopLimit = variables.seconds("STOP_LIMIT_SECONDS", 20);
    return new ServiceSettings(
        new HttpSettings(
            variables.text("HOST", "0.0.0.0"),
            variables.number("PORT", 8000, 0),
            variables.number("MAXIMUM_UPLOAD_MIB", 100, 1) * (1L << 20),
            stopLimit),
        new WorkerSettings(
            variables.text("WORKER_NAME", WorkerSettings.ownName()),
            variables.number("WORKER_THREADS", 2, 0),
            variables.seconds("LEASE_SECONDS", 60),
            variables.seconds("POLL_SECONDS", 5),
            stopLimit,
            Duration.ofMinutes(variables.number("CLEANUP_INTERVAL_MINUTES", 60, 1)),
            Duration.ofHours(variables.number("AUDIO_RETENTION_HOURS", 24, 1))),
        Path.of(variables.text("AUDIO_STORAGE_PATH", "audio_storage")),
        variables.text("DEFAULT_LEXICON", "general"));
  }
}
