package io.speechtotext.bench;

import io.speechtotext.app.SpeechToText;
import io.speechtotext.app.SpeechToTextConfig;
import io.speechtotext.app.config.DatabaseSettings;
import io.speechtotext.app.database.DatabaseOptions;
import io.speechtotext.app.database.PoolSettings;
import io.speechtotext.app.database.ReleasedSchema;
import io.speechtotext.migrator.Migrator;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/** A database at the newest version, and rows. */
final class Setup implements AutoCloseable {

  /** Rows that stand for years of service: jobs of 1,000 keys, one of which has a fifth of all. */
  private static final String ROWS =
      """
      SET synchronous_commit = off;
      INSERT INTO api_keys (key_hash, name, rate_limit)
      SELECT 'none-' || n, 'client ' || n, NULL FROM generate_series(1, 1000) AS n;
      INSERT INTO jobs (job_id, status, audio_filename, language, model_name, api_key_id,
        created_at, started_at, completed_at, transcription_text, processed_text)
      SELECT md5('job ' || n)::uuid::text, 'completed', 'talk.mp3', 'en', 'whisper-1',
        CASE WHEN n %% 5 = 0 THEN 1 ELSE n %% 1000 + 1 END,
        now() - n * interval '1 second', now() - n * interval '1 second',
        now() - n * interval '1 second', repeat('spoken ', %2$d), repeat('written ', %2$d)
      FROM generate_series(1, %1$d) AS n;
      """;

  private static final String PENDING =
      """
      INSERT INTO jobs (job_id, status, api_key_id)
      SELECT md5(random()::text || n)::uuid::text, 'pending', 1 FROM generate_series(1, %d) AS n
      """;

  private final ThrowawayDatabase database;
  private int finishedJobs;

  private Setup(ThrowawayDatabase database) {
    this.database = database;
  }

  static Setup start(ThrowawayPostgres server) {
    ThrowawayDatabase database = server.createDatabase();
    new Migrator(database.dataSource(), ReleasedSchema.migrations()).up();
    return new Setup(database);
  }

  /** Adds finished jobs, with the keys that own them. */
  void seed(int count) throws SQLException {
    seed(count, 30);
  }

  /** The same, with texts of so many words. */
  void seed(int count, int words) throws SQLException {
    execute(ROWS.formatted(count, words));
    execute("VACUUM ANALYZE");
    finishedJobs = count;
  }

  /** Adds jobs that wait, and removes all others that were added to the finished ones. */
  void addPending(int count) throws SQLException {
    execute("DELETE FROM jobs WHERE id > " + finishedJobs);
    execute(PENDING.formatted(count));
    execute("VACUUM ANALYZE jobs");
  }

  /** Adds keys that nobody holds. */
  void addKeys(int count) throws SQLException {
    execute(
        """
        INSERT INTO api_keys (key_hash, key_digest, key_prefix, name)
        SELECT 'sha256:' || n, sha256(n::text::bytea), 'stt_' || lpad(n::text, 8, '0'), 'key ' || n
        FROM generate_series(1, %d) AS n
        """
            .formatted(count));
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  ThrowawayDatabase database() {
    return database;
  }

  /** Opens it as a service does. */
  SpeechToText open(int connections) {
    return SpeechToText.open(
        SpeechToTextConfig.of(settings())
            .with(
                DatabaseOptions.of(settings())
                    .with(new PoolSettings(connections, Duration.ofSeconds(10)))));
  }

  private DatabaseSettings settings() {
    String separator = database.jdbcUrl().contains("?") ? "&" : "?";
    String login =
        "user=%s&password=%s".formatted(encoded(database.user()), encoded(database.password()));
    return DatabaseSettings.from(Map.of("DATABASE_URL", database.jdbcUrl() + separator + login));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    database.close();
  }
}
