package io.speechtotext.app.apikey;

import static io.speechtotext.jooq.Tables.API_KEYS;
import static io.speechtotext.jooq.Tables.JOBS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.app.failure.NotFoundException;
import io.speechtotext.app.failure.Rule;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class ApiKeyRepositoryTest {

  private final Database database;
  private final DSLContext owner;
  private final ApiKeyRepository keys;

  ApiKeyRepositoryTest(ThrowawayDatabase copy) {
    database = MigratedSchema.open(copy);
    owner = DSL.using(copy.dataSource(), SQLDialect.POSTGRES);
    keys = new ApiKeyRepository(database);
  }

  @BeforeEach
  void removeKeys() {
    owner.deleteFrom(JOBS).execute();
    owner.deleteFrom(API_KEYS).execute();
  }

  @AfterEach
  void closePool() {
    database.close();
  }

  @Test
  void aCreatedKeyIsActiveAndHoldsWhatItWasGiven() {
    Instant expiresAt = Instant.parse("2130-01-01T00:00:00Z");
    ApiKey key = keys.create(new NewApiKey(" clinic ", " wards ", true, 70, expiresAt)).key();
    assertThat(key.name()).isEqualTo("clinic");
    assertThat(key.description()).isEqualTo("wards");
    assertThat(key.isActive()).isTrue();
    assertThat(key.isAdmin()).isTrue();
    assertThat(key.rateLimitPerHour()).isEqualTo(70);
    assertThat(key.expiresAt()).isEqualTo(expiresAt);
    assertThat(key.lastUsedAt()).isNull();
    assertThat(keys.findById(key.id())).contains(key);
    assertThat(keys.findById(-1)).isEmpty();
  }

  @Test
  void aKeyIsLimitedUnlessSomebodySaysOtherwise() {
    assertThat(keys.create(NewApiKey.named("a")).key().rateLimitPerHour()).isEqualTo(100);
    NewApiKey unlimited = NewApiKey.named("b").withRateLimitPerHour(null);
    assertThat(keys.create(unlimited).key().rateLimitPerHour()).isNull();
  }

  @Test
  void aKeyIs256RandomBitsBehindAPrefixThatIsStored() {
    IssuedApiKey issued = keys.create(NewApiKey.named("clinic"));
    assertThat(issued.plaintext().reveal()).matches("stt_[\\w-]{8}_[\\w-]{43}");
    assertThat(issued.plaintext().reveal()).startsWith(issued.plaintext().prefix() + "_");
    assertThat(issued.key().prefix()).isEqualTo(issued.plaintext().prefix());
    assertThat(keys.create(NewApiKey.named("other")).plaintext().reveal())
        .isNotEqualTo(issued.plaintext().reveal());
  }

  @Test
  void neitherAKeyNorItsPrintsNorAnErrorTellsTheSecret() {
    IssuedApiKey issued = keys.create(NewApiKey.named("clinic"));
    String plaintext = issued.plaintext().reveal();
    String secret = plaintext.substring(plaintext.length() - PlaintextKey.SECRET_CHARACTERS);
    KeyDigest digest = KeyDigest.of(plaintext);
    StringWriter printed = new StringWriter();
    PrintWriter printer = new PrintWriter(printed, true);
    printer.println(issued + " " + issued.plaintext() + " " + issued.key() + " " + digest);
    printer.println(PresentedKey.of(plaintext).orElseThrow());
    printer.println(keys.authenticate(plaintext));
    refusal(NewApiKey.named("clinic")).printStackTrace(printer);
    assertThat(printed.toString())
        .contains("clinic")
        .doesNotContain(secret)
        .doesNotContain(digest.asHash().substring("sha256:".length()))
        .doesNotContain("INSERT", "insert");
  }

  @Test
  void aNameIsTakenOnceAlsoByAWithdrawnKey() {
    keys.deactivate(keys.create(NewApiKey.named("clinic")).key().id());
    assertThat(refusal(NewApiKey.named("clinic")).rule()).isEqualTo(Rule.KEY_NAME_TAKEN);
    int other = keys.create(NewApiKey.named("other")).key().id();
    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> keys.change(other, ApiKeyChange.none().name("clinic")))
        .satisfies(e -> assertThat(e.rule()).isEqualTo(Rule.KEY_NAME_TAKEN));
  }

  @Test
  void aChangeLeavesWhatItDoesNotMentionAndClearsWhatItSetsToNull() {
    ApiKey before =
        keys.create(NewApiKey.named("clinic").withDescription("wards").withRateLimitPerHour(5))
            .key();
    ApiKey renamed = keys.change(before.id(), ApiKeyChange.none().name("ward 5").admin(true));
    assertThat(renamed.name()).isEqualTo("ward 5");
    assertThat(renamed.isAdmin()).isTrue();
    assertThat(renamed.description()).isEqualTo("wards");
    assertThat(renamed.rateLimitPerHour()).isEqualTo(5);
    ApiKey cleared =
        keys.change(
            before.id(),
            ApiKeyChange.none().description(null).rateLimitPerHour(null).expiresAt(null));
    assertThat(cleared.description()).isNull();
    assertThat(cleared.rateLimitPerHour()).isNull();
    assertThat(cleared.name()).isEqualTo("ward 5");
    assertThat(keys.change(before.id(), ApiKeyChange.none())).isEqualTo(cleared);
  }

  @Test
  void aKeyThatIsNotThereIsNotFound() {
    assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> keys.deactivate(-1));
    assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> keys.rotate(-1));
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> keys.change(-1, ApiKeyChange.none()));
  }

  @Test
  void valuesOutOfTheirRangeAreRefused() {
    assertInvalid("apiKey.name", () -> NewApiKey.named(" \t"));
    assertInvalid("apiKey.name", () -> NewApiKey.named("x".repeat(256)));
    assertInvalid("apiKey.name", () -> NewApiKey.named("x\0y"));
    assertInvalid("apiKey.rateLimitPerHour", () -> ApiKeyChange.none().rateLimitPerHour(0));
    assertInvalid("apiKey.rateLimitPerHour", () -> ApiKeyChange.none().rateLimitPerHour(10_001));
    assertInvalid("apiKey.description", () -> ApiKeyChange.none().description("x".repeat(1001)));
    // 255 characters are 255 characters, of however many units in Java.
    keys.create(NewApiKey.named("😀".repeat(255)));
  }

  @Test
  void aWithdrawnKeyKeepsItsRowAndItsJobs() {
    int id = keys.create(NewApiKey.named("clinic")).key().id();
    owner
        .insertInto(JOBS, JOBS.JOB_ID, JOBS.STATUS, JOBS.API_KEY_ID)
        .values("5f0c9a52-3f0e-4d7e-9b57-0c6f5b1d2a11", "pending", id)
        .execute();
    assertThat(keys.deactivate(id).isActive()).isFalse();
    assertThat(keys.deactivate(id).isActive()).isFalse();
    assertThat(owner.fetchValue(JOBS.API_KEY_ID, JOBS.API_KEY_ID.eq(id))).isEqualTo(id);
    assertThat(Arrays.stream(ApiKeyRepository.class.getMethods()).map(Method::getName))
        .noneMatch(name -> name.startsWith("delete") || name.startsWith("remove"));
  }

  private ConflictException refusal(NewApiKey key) {
    return catchThrowableOfType(ConflictException.class, () -> keys.create(key));
  }

  private static void assertInvalid(String field, ThrowingCallable call) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.field()).isEqualTo(field));
  }
}
