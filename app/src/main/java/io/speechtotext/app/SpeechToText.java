package io.speechtotext.app;

import io.speechtotext.app.apikey.ApiKeyRepository;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.database.DatabaseOptions;
import io.speechtotext.app.database.DatabaseUnavailableException;
import io.speechtotext.app.database.DirectConnections;
import io.speechtotext.app.database.PoolState;
import io.speechtotext.app.database.ReleasedSchema;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.feedback.FeedbackRepository;
import io.speechtotext.app.job.JobRepository;
import io.speechtotext.app.job.JobSignals;
import io.speechtotext.app.learning.LearningRepository;
import io.speechtotext.app.lexicon.LexiconRepository;
import io.speechtotext.app.lexicon.LexiconTermRepository;
import io.speechtotext.migrator.Migrator;
import io.speechtotext.migrator.SchemaMismatchException;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The one entrance to a service's data: its repositories over one pool. Thread-safe; one for a
 * process, closed when the process ends.
 */
public final class SpeechToText implements Repositories, AutoCloseable {

  private final SpeechToTextConfig config;
  private final Database database;
  private final Repositories repositories;
  private final HealthCheck health;

  private SpeechToText(SpeechToTextConfig config) {
    this.config = config;
    this.database = Database.open(config.database());
    this.repositories =
        Bound.to(database, new ApiKeyRepository(database, config.apiKeys()), config.jobs());
    this.health = new HealthCheck(database);
  }

  /**
   * Opens the pool and connects once.
   *
   * @throws DatabaseUnavailableException when the server does not answer, or refuses
   */
  public static SpeechToText open(SpeechToTextConfig config) {
    return new SpeechToText(config);
  }

  /**
   * Checks that the database has the schema that this release was built for; more does not matter.
   * For a service's start.
   *
   * @throws SchemaMismatchException when something is missing or different; it names what
   */
  public void verify() {
    DatabaseOptions options = config.database();
    DataSource direct = DirectConnections.to(options.listening().orElseGet(options::settings));
    new Migrator(direct, ReleasedSchema.migrations()).verify(ReleasedSchema.snapshot());
  }

  /** Asks the database for an answer, and waits no longer than {@code limit}. */
  public Health health(Duration limit) {
    return health.within(limit);
  }

  /** As above, with two seconds. */
  public Health health() {
    return health(Duration.ofSeconds(2));
  }

  /**
   * Begins to listen for jobs, for the workers of this process. Whoever calls it closes it, before
   * this.
   */
  public JobSignals newJobSignals() {
    return new JobSignals(database);
  }

  /** How busy the pool is. */
  public PoolState poolState() {
    return database.poolState();
  }

  @Override
  public ApiKeyRepository apiKeys() {
    return repositories.apiKeys();
  }

  @Override
  public JobRepository jobs() {
    return repositories.jobs();
  }

  @Override
  public LexiconRepository lexicons() {
    return repositories.lexicons();
  }

  @Override
  public LexiconTermRepository terms() {
    return repositories.terms();
  }

  @Override
  public FeedbackRepository feedback() {
    return repositories.feedback();
  }

  @Override
  public LearningRepository learning() {
    return repositories.learning();
  }

  @Override
  public Statements statements() {
    return database;
  }

  @Override
  public <T> T transaction(Function<Repositories, T> work) {
    return database.transaction(statements -> work.apply(on(statements)));
  }

  /** As {@link #transaction}, but never run again: for work with effects besides. */
  public <T> T transactionOnce(Function<Repositories, T> work) {
    return database.transactionOnce(statements -> work.apply(on(statements)));
  }

  private Repositories on(Statements statements) {
    return Bound.to(statements, apiKeys().on(statements), config.jobs());
  }

  @Override
  public void close() {
    health.close();
    database.close();
  }
}
