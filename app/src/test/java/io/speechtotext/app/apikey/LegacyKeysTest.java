package io.speechtotext.app.apikey;

import static io.speechtotext.jooq.Tables.API_KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jooq.impl.DSL.val;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.apikey.Authentication.Authenticated;
import io.speechtotext.app.apikey.Authentication.RateLimited;
import io.speechtotext.app.apikey.Authentication.Unknown;
import io.speechtotext.app.database.Database;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@FromTemplate(MigratedSchema.class)
class LegacyKeysTest {

  // What Python's bcrypt makes of keys as the old service drew them, at the lowest cost.
  private static final String KEY = "I4puhOkeGYKjuciuACv6UfxmiKsVTNc0l-D7bs6bJq8";
  private static final String HASH = "$2b$04$abcdefghijklmnopqrstuuPE2fux1py0SuXXRWFkHh.Ly8T/qdBvy";
  private static final String OTHER_HASH =
      "$2b$04$abcdefghijklmnopqrstuOddYnmTKfEyOGewiYy2PK9tmbnm0Ikyy";
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final ApiKeySettings ON = ApiKeySettings.DEFAULTS.withLegacyKeys(true);

  private final Database database;
  private final DSLContext owner;
  private final ApiKeyRepository keys;

  LegacyKeysTest(ThrowawayDatabase copy) {
    database = MigratedSchema.open(copy);
    owner = DSL.using(copy.dataSource(), SQLDialect.POSTGRES);
    keys = new ApiKeyRepository(database, ON);
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
  void aKeyOfTheOldServiceIsLetInOnceAndHasItsDigestFromThenOn() {
    int id = insert("clinic", HASH, LONG_AGO);
    Instant updatedAt = keys.findById(id).orElseThrow().updatedAt();
    assertThat(new ApiKeyRepository(database).authenticate(KEY)).isEqualTo(new Unknown());
    assertThat(keys.authenticate(KEY)).isInstanceOf(Authenticated.class);
    ApiKey moved = keys.findById(id).orElseThrow();
    assertThat(moved.prefix()).isEqualTo("I4puhO");
    assertThat(moved.updatedAt()).isEqualTo(updatedAt);
    assertThat(moved.lastUsedAt()).isAfter(LONG_AGO);
    Record2<String, byte[]> stored =
        owner
            .select(API_KEYS.KEY_HASH, API_KEYS.KEY_DIGEST)
            .from(API_KEYS)
            .where(API_KEYS.ID.eq(id))
            .fetchSingle();
    assertThat(stored.value1()).as("the old service still knows it").isEqualTo(HASH);
    assertThat(stored.value2()).isEqualTo(KeyDigest.of(KEY).bytes());
    assertThat(new ApiKeyRepository(database).authenticate(KEY)).isInstanceOf(Authenticated.class);
  }

  @Test
  void itsHourlyLimitCounts() {
    int id = insert("clinic", HASH, LONG_AGO);
    keys.change(id, ApiKeyChange.none().rateLimitPerHour(1));
    owner.execute(
        "INSERT INTO api_key_usage SELECT {0}, date_trunc('hour', now(), 'UTC') + h * interval '1 hour', 1 FROM unnest(array[0, 1]) AS h",
        val(id));
    assertThat(keys.authenticate(KEY)).isInstanceOf(RateLimited.class);
  }

  @Test
  void aWithdrawnOrExpiredOneIsUnknownAndDoesNotMove() {
    int withdrawn = insert("withdrawn", HASH, LONG_AGO);
    keys.deactivate(withdrawn);
    int expired = insert("expired", HASH.replace("$2b$", "$2y$"), LONG_AGO);
    keys.change(expired, ApiKeyChange.none().expiresAt(LONG_AGO));
    assertThat(keys.authenticate(KEY)).isEqualTo(new Unknown());
    assertThat(keys.findById(withdrawn).orElseThrow().prefix()).isNull();
    assertThat(keys.findById(expired).orElseThrow().prefix()).isNull();
    assertThat(keys.legacyKeys()).isEmpty();
  }

  // The other row moved first, and was withdrawn then.
  @Test
  void aKeyOfTwoRowsIsAsGoodAsTheOneThatHasMoved() {
    int first = insert("clinic", HASH, LONG_AGO);
    assertThat(keys.authenticate(KEY)).isInstanceOf(Authenticated.class);
    insert("the same again", HASH.replace("$2b$", "$2y$"), LONG_AGO);
    assertThat(keys.authenticate(KEY)).isInstanceOf(Authenticated.class);
    keys.deactivate(first);
    CountedStatements statements = new CountedStatements(database);
    ApiKeyRepository counted = new ApiKeyRepository(statements, ON);
    assertThat(counted.authenticate(KEY)).isEqualTo(new Unknown());
    statements.reset();
    assertThat(counted.authenticate(KEY)).isEqualTo(new Unknown());
    assertThat(statements.count()).as("it is remembered").isEqualTo(1);
  }

  @Test
  void inATransactionItIsUnknownUntilItHasMoved() {
    insert("clinic", HASH, LONG_AGO);
    Authentication inside = database.transaction(tx -> keys.on(tx).authenticate(KEY));
    assertThat(inside).isEqualTo(new Unknown());
    assertThat(keys.authenticate(KEY)).isInstanceOf(Authenticated.class);
    Authentication moved = database.transaction(tx -> keys.on(tx).authenticate(KEY));
    assertThat(moved).isInstanceOf(Authenticated.class);
  }

  @Test
  void aReplacedOneIsUnknownToBcryptToo() {
    int id = insert("clinic", HASH, LONG_AGO);
    IssuedApiKey next = keys.rotate(id);
    assertThat(keys.authenticate(KEY)).isEqualTo(new Unknown());
    assertThat(keys.authenticate(next.plaintext().reveal())).isInstanceOf(Authenticated.class);
  }

  @Test
  void anotherKeyIsUnknownAndForAMinuteNotTriedAgain() {
    AtomicLong nanos = new AtomicLong();
    CountedStatements statements = new CountedStatements(database);
    LegacyKeys legacy = LegacyKeys.with(Bcrypt.load(), nanos::get);
    insert("other", OTHER_HASH, LONG_AGO);
    PresentedKey key = PresentedKey.of(KEY).orElseThrow();
    assertThat(legacy.authenticate(key, Unknown::new, statements)).isEqualTo(new Unknown());
    assertThat(statements.count()).isEqualTo(1);
    nanos.addAndGet(Duration.ofSeconds(59).toNanos());
    assertThat(legacy.authenticate(key, Unknown::new, statements)).isEqualTo(new Unknown());
    assertThat(statements.count()).isEqualTo(1);
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(legacy.authenticate(key, Unknown::new, statements)).isEqualTo(new Unknown());
    assertThat(statements.count()).isEqualTo(2);
  }

  @Test
  void aKeyInOurFormIsNeverTried() {
    CountedStatements statements = new CountedStatements(database);
    ApiKeyRepository counted = new ApiKeyRepository(statements, ON);
    assertThat(counted.authenticate(PlaintextKey.random().reveal())).isEqualTo(new Unknown());
    assertThat(statements.count()).isEqualTo(1);
  }

  @Test
  void onlyTheTwentyLastUsedAreTriedAndThenTheNext() {
    int waiting = insert("waiting", HASH, LONG_AGO);
    int[] before =
        IntStream.range(0, 20)
            .map(i -> insert("key " + i, withSalt(OTHER_HASH, i), LONG_AGO.plusSeconds(i + 1)))
            .toArray();
    assertThat(keys.authenticate(KEY)).isEqualTo(new Unknown());
    assertThat(keys.legacyKeys())
        .hasSize(21)
        .filteredOn(key -> !key.isTried())
        .singleElement()
        .satisfies(key -> assertThat(key.id()).isEqualTo(waiting));
    keys.deactivate(before[7]);
    assertThat(new ApiKeyRepository(database, ON).authenticate(KEY))
        .isInstanceOf(Authenticated.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$RdescudvJCsgt3ub+b4dWRWJTmaaJObG",
        "$2b$31$abcdefghijklmnopqrstuuPE2fux1py0SuXXRWFkHh.Ly8T/qdBvy",
        "digest"
      })
  void aHashThatCannotBeVerifiedTakesNobodysPlace(String hash) {
    insert("odd", hash, Instant.parse("2021-01-01T00:00:00Z"));
    insert("clinic", HASH, LONG_AGO);
    assertThat(keys.legacyKeys())
        .extracting(LegacyApiKey::name, LegacyApiKey::canMove, LegacyApiKey::isTried)
        .containsExactly(tuple("odd", false, false), tuple("clinic", true, true));
    assertThat(keys.authenticate(KEY)).isInstanceOf(Authenticated.class);
  }

  @Test
  void everybodyWhoComesAtOnceWithOneKeyIsLetIn() throws Exception {
    insert("clinic", HASH, LONG_AGO);
    ExecutorService executor = Executors.newFixedThreadPool(8);
    try {
      Callable<Authentication> call = () -> keys.authenticate(KEY);
      for (Future<Authentication> each :
          executor.invokeAll(List.of(call, call, call, call, call, call, call, call))) {
        assertThat(each.get()).isInstanceOf(Authenticated.class);
      }
    } finally {
      executor.shutdownNow();
    }
  }

  // A hash of something else.
  private static String withSalt(String hash, int i) {
    return hash.substring(0, 7) + "%022d".formatted(i).replace('0', 'a') + hash.substring(29);
  }

  private int insert(String name, String hash, Instant lastUsedAt) {
    return owner
        .insertInto(API_KEYS, API_KEYS.NAME, API_KEYS.KEY_HASH, API_KEYS.LAST_USED_AT)
        .values(name, hash, lastUsedAt)
        .returningResult(API_KEYS.ID)
        .fetchSingle()
        .into(int.class);
  }
}
