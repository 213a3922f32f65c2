package io.speechtotext.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.config.DatabaseSettings;
import io.speechtotext.app.database.DatabaseOptions;
import io.speechtotext.app.database.PoolSettings;
import io.speechtotext.app.job.Audio;
import io.speechtotext.app.job.ClaimedJob;
import io.speechtotext.app.job.Completion;
import io.speechtotext.app.job.NewJob;
import io.speechtotext.app.lexicon.LexiconId;
import io.speechtotext.app.lexicon.LoadedLexicon;
import io.speechtotext.app.lexicon.NewLexiconTerm;
import io.speechtotext.app.lexicon.TermText;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the server sees of a process that uses its data. */
@FromTemplate(MigratedSchema.class)
class ConnectionUseTest {

  private static final int CONNECTIONS = 3;
  private static final String SESSIONS =
      "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND backend_type = 'client backend'";
  private static final LexiconId NAMES = LexiconId.of("names");

  private final ThrowawayDatabase copy;
  private final SpeechToText data;

  ConnectionUseTest(ThrowawayDatabase copy) {
    this.copy = copy;
    DatabaseSettings settings = MigratedSchema.settings(copy, copy.password());
    PoolSettings few =
        new PoolSettings(
            CONNECTIONS, Duration.ofSeconds(60), PoolSettings.DEFAULTS.maximumLifetime());
    data =
        SpeechToText.open(
            SpeechToTextConfig.of(settings).with(DatabaseOptions.of(settings).with(few)));
  }

  @AfterEach
  void close() {
    data.close();
  }

  @Test
  void aWorkerHoldsNoConnectionAndNoTransactionWhileItsModelWorks() throws SQLException {
    data.terms()
        .create(new NewLexiconTerm(NAMES, text("m r i"), text("MRI"), null, null, "manual", null));
    data.jobs().submit(NewJob.of(UUID.randomUUID(), new Audio("a.mp3", "mp3", null, 1L, "/a")));
    ClaimedJob job = data.jobs().claim("host-1", 1, Duration.ofMinutes(1)).get(0);
    LoadedLexicon lexicon = data.lexicons().load(NAMES);

    // The model works here.
    assertThat(data.poolState().active()).isZero();
    assertThat(sessions(" AND state LIKE 'idle in transaction%'")).isZero();

    data.jobs()
        .complete(job.lease(), Completion.of(lexicon.replacements().getOrDefault("m r i", "")));
  }

  /** Each counts the sessions that there are, while others do. */
  @Test
  void anyNumberOfThreadsShareOneBoundedPool() throws Exception {
    Callable<Long> busy =
        () -> {
          long most = 0;
          for (int i = 0; i < 25; i++) {
            Long now = data.statements().read(dsl -> dsl.fetchSingle(SESSIONS).get(0, Long.class));
            most = Math.max(most, now);
          }
          return most;
        };
    ExecutorService threads = Executors.newFixedThreadPool(32);
    try {
      for (Future<Long> each : threads.invokeAll(Collections.nCopies(32, busy))) {
        assertThat(each.get()).isBetween(1L, (long) CONNECTIONS);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static TermText text(String text) {
    return TermText.of("text", text);
  }

  private long sessions(String condition) throws SQLException {
    try (Connection connection = copy.connect();
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery(SESSIONS + condition)) {
      count.next();
      return count.getLong(1);
    }
  }
}
