package io.speechtotext.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.speechtotext.app.apikey.Activity;
import io.speechtotext.app.apikey.ApiKeySettings;
import io.speechtotext.app.apikey.NewApiKey;
import io.speechtotext.app.config.ConfigurationException;
import io.speechtotext.app.database.PoolSettings;
import io.speechtotext.app.database.Timeouts;
import io.speechtotext.app.job.Audio;
import io.speechtotext.app.job.JobFailure;
import io.speechtotext.app.job.JobSettings;
import io.speechtotext.app.job.Lease;
import io.speechtotext.app.job.NewJob;
import io.speechtotext.app.job.RetryPolicy;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.migrator.SchemaMismatchException;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class SpeechToTextTest {

  private final ThrowawayDatabase copy;
  private final SpeechToText data;

  SpeechToTextTest(ThrowawayDatabase copy) {
    this.copy = copy;
    this.data = SpeechToText.open(config(Map.of()));
  }

  @AfterEach
  void close() throws SQLException {
    data.close();
    execute("TRUNCATE api_keys CASCADE");
  }

  @Test
  void transactionsSpanRepositories() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                data.transaction(
                    tx -> {
                      tx.apiKeys().create(NewApiKey.named("clinic"));
                      assertThat(names(tx)).containsExactly("clinic");
                      assertThat(names(data)).isEmpty();
                      throw new IllegalStateException("enough");
                    }));
    assertThat(names(data)).isEmpty();
    data.transaction(tx -> tx.apiKeys().create(NewApiKey.named("clinic")));
    assertThat(names(data)).containsExactly("clinic");
  }

  @Test
  void aTransactionInATransactionIsOneWithIt() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                data.transactionOnce(
                    outer -> {
                      outer.transaction(inner -> inner.apiKeys().create(NewApiKey.named("clinic")));
                      throw new IllegalStateException("enough");
                    }));
    assertThat(names(data)).isEmpty();
  }

  @Test
  void theSchemaIsCheckedAtAStart() throws SQLException {
    data.verify();
    execute("ALTER TABLE jobs RENAME processed_text TO other");
    try {
      assertThatExceptionOfType(SchemaMismatchException.class).isThrownBy(data::verify);
    } finally {
      execute("ALTER TABLE jobs RENAME other TO processed_text");
    }
  }

  @Test
  void isHealthyWhileTheDatabaseAnswers() {
    Health health = data.health();
    assertThat(health.isUp()).isTrue();
    assertThat(health.problem()).isEmpty();
    assertThat(health.duration()).isPositive();
  }

  @Test
  void saysThatItIsNotHealthyWithoutWaitingForIt() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (SpeechToText small = SpeechToText.open(config(Map.of("DB_POOL_SIZE", "1")))) {
      Thread user =
          new Thread(
              () ->
                  small.transaction(
                      tx -> {
                        busy.countDown();
                        return awaited(end);
                      }));
      user.start();
      busy.await();
      Health health = small.health(Duration.ofMillis(50));
      assertThat(health.isUp()).isFalse();
      assertThat(health.problem()).contains("no answer within 50 ms");
      assertThat(small.poolState().waiting()).isLessThanOrEqualTo(1);
      end.countDown();
      user.join();
      assertThat(small.health(Duration.ofMinutes(1)).isUp()).isTrue();
    }
  }

  @Test
  void isNotHealthyOnceItIsClosed() {
    SpeechToText closed = SpeechToText.open(config(Map.of()));
    closed.close();
    assertThat(closed.health().problem()).contains("it was closed");
  }

  @Test
  void jobsAreTriedAgainAsItIsToldInTransactionsToo() {
    Duration pause = Duration.ofHours(5);
    JobSettings settings = JobSettings.DEFAULTS.with(new RetryPolicy(pause, pause));
    try (SpeechToText patient = SpeechToText.open(config(Map.of()).with(settings))) {
      assertThat(failed(patient)).isAfter(Instant.now().plus(Duration.ofHours(4)));
      assertThat(patient.transaction(SpeechToTextTest::failed))
          .isAfter(Instant.now().plus(Duration.ofHours(4)));
    }
  }

  private static Instant failed(Repositories repositories) {
    repositories.jobs().submit(NewJob.of(UUID.randomUUID(), Audio.UNKNOWN));
    Lease lease = repositories.jobs().claim("worker", 1, Duration.ofMinutes(1)).get(0).lease();
    return repositories
        .jobs()
        .fail(lease, JobFailure.retryable("busy", "The model was busy"))
        .orElseThrow();
  }

  @Test
  void isSetUpByTheEnvironment() {
    SpeechToTextConfig config =
        config(
            Map.of(
                "DB_POOL_SIZE", "7",
                "DB_POOL_TIMEOUT", "3",
                "DB_POOL_RECYCLE", "600",
                "DB_STATEMENT_TIMEOUT", "20",
                "DB_LOCK_TIMEOUT", "2",
                "DB_IDLE_IN_TRANSACTION_TIMEOUT", "40",
                "DB_CONNECT_TIMEOUT", "4",
                "LEGACY_KEYS", "true"));
    assertThat(config.database().pool())
        .isEqualTo(new PoolSettings(7, Duration.ofSeconds(3), Duration.ofSeconds(600)));
    assertThat(config.database().timeouts())
        .isEqualTo(
            new Timeouts(
                Duration.ofSeconds(20),
                Duration.ofSeconds(2),
                Duration.ofSeconds(40),
                Duration.ofSeconds(4)));
    assertThat(config.apiKeys().legacyKeys()).isTrue();
    assertThat(config.toString()).doesNotContain(copy.password());
  }

  @Test
  void notesUsesAsOftenAsItIsTold() {
    SpeechToTextConfig config =
        config(Map.of()).with(ApiKeySettings.DEFAULTS.withTouchInterval(Duration.ZERO));
    String key = data.apiKeys().create(NewApiKey.named("clinic")).plaintext().reveal();
    try (SpeechToText each = SpeechToText.open(config)) {
      assertThat(uses(key, each)).doesNotHaveDuplicates();
      assertThat(uses(key, data)).containsOnly(lastUse());
    }
  }

  private List<Instant> uses(String key, SpeechToText by) {
    by.apiKeys().authenticate(key);
    Instant first = lastUse();
    by.transaction(tx -> tx.apiKeys().authenticate(key));
    return List.of(first, lastUse());
  }

  private Instant lastUse() {
    return requireNonNull(
        data.apiKeys().list(Activity.ANY, PageRequest.first(1)).items().get(0).lastUsedAt());
  }

  @Test
  void hasDefaultsForAllButTheDatabase() {
    SpeechToTextConfig config = config(Map.of("DB_POOL_SIZE", ""));
    assertThat(config.database().pool()).isEqualTo(PoolSettings.DEFAULTS);
    assertThat(config.database().timeouts()).isEqualTo(Timeouts.DEFAULTS);
    assertThat(config.database().listening()).isEmpty();
    assertThat(config.apiKeys().legacyKeys()).isFalse();
  }

  @Test
  void refusesAVariableThatItDoesNotUnderstand() {
    for (String wrong : List.of("0", "-1", "ten", "1.5", "99999999999")) {
      assertThatExceptionOfType(ConfigurationException.class)
          .isThrownBy(() -> config(Map.of("DB_POOL_SIZE", wrong)))
          .withMessageContaining("DB_POOL_SIZE")
          .withMessageContaining(wrong);
    }
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> config(Map.of("LEGACY_KEYS", "TRUE")))
        .withMessageContaining("true or false");
  }

  private SpeechToTextConfig config(Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(variables);
    all.put("DATABASE_URL", MigratedSchema.url(copy, copy.password()));
    return SpeechToTextConfig.from(all);
  }

  private static List<String> names(Repositories repositories) {
    return repositories.apiKeys().list(Activity.ANY, PageRequest.first(10)).items().stream()
        .map(key -> key.name())
        .toList();
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = copy.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
