package io.speechtotext.app.apikey;

import static io.speechtotext.jooq.Tables.API_KEYS;
import static io.speechtotext.jooq.Tables.API_KEY_USAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.apikey.Authentication.Authenticated;
import io.speechtotext.app.apikey.Authentication.RateLimited;
import io.speechtotext.app.apikey.Authentication.Unknown;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.Statements;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class AuthenticationTest {

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  private final ThrowawayDatabase copy;
  private final Database database;
  private final DSLContext owner;
  private final CountedStatements statements;
  private final ApiKeyRepository keys;

  AuthenticationTest(ThrowawayDatabase copy) {
    this.copy = copy;
    database = MigratedSchema.open(copy);
    owner = DSL.using(copy.dataSource(), SQLDialect.POSTGRES);
    statements = new CountedStatements(database);
    keys = new ApiKeyRepository(statements);
  }

  @BeforeEach
  void removeKeys() {
    owner.deleteFrom(API_KEYS).execute();
  }

  @AfterEach
  void closePool() {
    database.close();
  }

  @Test
  void aGoodKeyIsLetInByOneStatementAndCounted() {
    IssuedApiKey issued = keys.create(NewApiKey.named("clinic").withRateLimitPerHour(3));
    statements.reset();
    Authenticated first = letIn(issued);
    assertThat(statements.count()).isEqualTo(1);
    assertThat(first.key().id()).isEqualTo(issued.key().id());
    assertThat(first.key().isAdmin()).isFalse();
    Quota quota = first.quota().orElseThrow();
    assertThat(quota.limit()).isEqualTo(3);
    assertThat(quota.remaining()).isEqualTo(2);
    assertThat(quota.resetsAt().getEpochSecond() % 3600).isZero();
    assertThat(quota.resetsIn()).isPositive().isLessThanOrEqualTo(Duration.ofHours(1));
  }

  @Test
  void whatIsNoGoodIsUnknownAndSaysNotWhy() {
    IssuedApiKey withdrawn = keys.create(NewApiKey.named("withdrawn"));
    keys.deactivate(withdrawn.key().id());
    IssuedApiKey expired = keys.create(NewApiKey.named("expired"));
    keys.change(expired.key().id(), ApiKeyChange.none().expiresAt(LONG_AGO));
    String good = keys.create(NewApiKey.named("good")).plaintext().reveal();
    Stream<String> noGood =
        Stream.of(
            withdrawn.plaintext().reveal(),
            expired.plaintext().reveal(),
            PlaintextKey.random().reveal(),
            good + "x",
            " " + good,
            good.substring(1),
            good + "\n",
            good + "\0",
            "ключ ключ ключ",
            "x".repeat(1_000_000),
            "");
    assertThat(noGood.map(keys::authenticate)).allMatch(new Unknown()::equals);
    assertThat(keys.authenticate(null)).isEqualTo(new Unknown());
    assertThat(owner.fetchCount(API_KEY_USAGE)).isZero();
  }

  @Test
  void aKeyThatExpiresLaterOrComesBackIsLetIn() {
    IssuedApiKey issued =
        keys.create(NewApiKey.named("clinic").withExpiresAt(Instant.now().plusSeconds(3600)));
    letIn(issued);
    keys.deactivate(issued.key().id());
    assertThat(keys.authenticate(issued.plaintext().reveal())).isEqualTo(new Unknown());
    keys.change(issued.key().id(), ApiKeyChange.none().active(true));
    letIn(issued);
  }

  @Test
  void anAdminIsWhoWasMadeOneWhateverTheName() {
    assertThat(letIn(keys.create(NewApiKey.named("badminton club"))).key().isAdmin()).isFalse();
    assertThat(letIn(keys.create(NewApiKey.named("office").withAdmin())).key().isAdmin()).isTrue();
  }

  @Test
  void aReplacedKeyStopsAtOnceAndItsSuccessorKeepsWhatItHad() {
    IssuedApiKey old = keys.create(NewApiKey.named("clinic").withRateLimitPerHour(9).withAdmin());
    IssuedApiKey next = keys.rotate(old.key().id());
    assertThat(keys.authenticate(old.plaintext().reveal())).isEqualTo(new Unknown());
    ApiKey key = letIn(next).key();
    assertThat(key.id()).isEqualTo(old.key().id());
    assertThat(key.rateLimitPerHour()).isEqualTo(9);
    assertThat(key.isAdmin()).isTrue();
  }

  @Test
  void aRowOfTheOldServiceWithoutALimitIsLetInUncountedAndListed() {
    IssuedApiKey issued = keys.create(NewApiKey.named("old").withRateLimitPerHour(null));
    for (int i = 0; i < 3; i++) {
      assertThat(letIn(issued).quota()).isEmpty();
    }
    assertThat(owner.fetchCount(API_KEY_USAGE)).isZero();
  }

  @Test
  void exactlyAsManyRequestsAsTheLimitAreLetInHoweverManyComeAtOnce() throws Exception {
    int limit = 40;
    String key =
        keys.create(NewApiKey.named("busy").withRateLimitPerHour(limit)).plaintext().reveal();
    List<Authentication> answers = atOnce(16, 10, () -> keys.authenticate(key));
    // By hour, for one may begin meanwhile.
    Map<Instant, List<Authentication>> byHour =
        answers.stream().collect(Collectors.groupingBy(each -> quota(each).resetsAt()));
    byHour.forEach(
        (hour, ofHour) ->
            assertThat(ofHour.stream().filter(Authenticated.class::isInstance))
                .hasSize(Math.min(limit, ofHour.size())));
    assertThat(owner.fetchValues(API_KEY_USAGE.REQUESTS))
        .hasSameSizeAs(byHour.keySet())
        .allMatch(requests -> requests <= limit);
  }

  @Test
  void oneKeysLimitIsNoOthers() {
    IssuedApiKey one = keys.create(NewApiKey.named("one").withRateLimitPerHour(1));
    IssuedApiKey other = keys.create(NewApiKey.named("other").withRateLimitPerHour(1));
    fillPresentHour(one, 1);
    assertThat(keys.authenticate(one.plaintext().reveal())).isInstanceOf(RateLimited.class);
    letIn(other);
  }

  @Test
  void aRefusedRequestIsNeitherCountedNorNotedAsAUse() {
    IssuedApiKey issued = keys.create(NewApiKey.named("clinic").withRateLimitPerHour(1));
    fillPresentHour(issued, 1);
    Quota quota = quota(keys.authenticate(issued.plaintext().reveal()));
    assertThat(quota.limit()).isEqualTo(1);
    assertThat(quota.remaining()).isZero();
    assertThat(quota.resetsIn()).isPositive();
    assertThat(keys.findById(issued.key().id()).orElseThrow().lastUsedAt()).isNull();
    keys.change(issued.key().id(), ApiKeyChange.none().rateLimitPerHour(2));
    assertThat(letIn(issued).quota().orElseThrow().remaining()).isZero();
  }

  @Test
  void whatWasUsedInOtherHoursDoesNotCount() {
    IssuedApiKey issued = keys.create(NewApiKey.named("clinic").withRateLimitPerHour(1));
    owner.execute(
        "INSERT INTO api_key_usage SELECT {0}, date_trunc('hour', now(), 'UTC') + h * interval '1 hour', 1 FROM unnest(array[-2, -1, 2]) AS h",
        val(issued.key().id()));
    letIn(issued);
  }

  @Test
  void anHourIsOneOfUtcWhereverTheSessionIs() {
    IssuedApiKey issued = keys.create(NewApiKey.named("clinic").withRateLimitPerHour(2));
    List<Authentication> answers =
        database.transaction(
            tx -> {
              ApiKeyRepository inside = new ApiKeyRepository(tx);
              set(tx, "TIME ZONE 'UTC'");
              Authentication there = inside.authenticate(issued.plaintext().reveal());
              set(tx, "TIME ZONE 'Asia/Tehran'");
              return List.of(there, inside.authenticate(issued.plaintext().reveal()));
            });
    assertThat(answers).extracting(each -> quota(each).remaining()).containsExactly(1, 0);
    assertThat(answers.stream().map(each -> quota(each).resetsAt()).distinct())
        .singleElement()
        .satisfies(reset -> assertThat(reset.getEpochSecond() % 3600).isZero());
  }

  private static void set(Statements transaction, String setting) {
    transaction.write(Repeating.UNSAFE, dsl -> dsl.execute("SET LOCAL " + setting));
  }

  @Test
  void aUseIsNotedOnceAMinuteAndIsNoChange() {
    IssuedApiKey issued = keys.create(NewApiKey.named("clinic"));
    letIn(issued);
    ApiKey first = keys.findById(issued.key().id()).orElseThrow();
    assertThat(first.lastUsedAt()).isNotNull();
    letIn(issued);
    assertThat(keys.findById(first.id())).contains(first);
    owner.update(API_KEYS).set(API_KEYS.LAST_USED_AT, LONG_AGO).execute();
    letIn(issued);
    ApiKey later = keys.findById(first.id()).orElseThrow();
    assertThat(later.lastUsedAt()).isAfter(first.lastUsedAt());
    assertThat(later.updatedAt()).isEqualTo(issued.key().updatedAt());
  }

  @Test
  void nobodyWaitsForAnAdminWhoIsChangingTheKey() throws SQLException {
    IssuedApiKey issued = keys.create(NewApiKey.named("clinic"));
    try (Connection admin = copy.connect();
        Statement statement = admin.createStatement()) {
      admin.setAutoCommit(false);
      statement.execute("UPDATE api_keys SET description = 'wards'");
      database.transaction(
          tx -> {
            set(tx, "lock_timeout = '1ms'");
            assertThat(new ApiKeyRepository(tx).authenticate(issued.plaintext().reveal()))
                .isInstanceOf(Authenticated.class);
            return 1;
          });
      admin.rollback();
    }
    assertThat(keys.findById(issued.key().id()).orElseThrow().lastUsedAt()).isNull();
  }

  private Authenticated letIn(IssuedApiKey issued) {
    Authentication answer = keys.authenticate(issued.plaintext().reveal());
    assertThat(answer).isInstanceOf(Authenticated.class);
    return (Authenticated) answer;
  }

  private static Quota quota(Authentication answer) {
    if (answer instanceof RateLimited limited) {
      return limited.quota();
    }
    return ((Authenticated) answer).quota().orElseThrow();
  }

  // In this hour and the next: it may begin at any time.
  private void fillPresentHour(IssuedApiKey issued, int requests) {
    owner.execute(
        "INSERT INTO api_key_usage SELECT {0}, date_trunc('hour', now(), 'UTC') + h * interval '1 hour', {1} FROM unnest(array[0, 1]) AS h",
        val(issued.key().id()), val(requests));
  }

  private static <T> List<T> atOnce(int threads, int times, Callable<T> call)
      throws InterruptedException, ExecutionException {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<T>> calls = IntStream.range(0, threads * times).mapToObj(i -> call).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> each : executor.invokeAll(calls)) {
        results.add(each.get());
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }
}
