package io.speechtotext.app.apikey;

import static io.speechtotext.jooq.Tables.API_KEYS;
import static io.speechtotext.jooq.Tables.API_KEY_USAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jooq.impl.DSL.val;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class UsageTest {

  private final Database database;
  private final DSLContext owner;
  private final ApiKeyRepository keys;

  UsageTest(ThrowawayDatabase copy) {
    database = MigratedSchema.open(copy);
    owner = DSL.using(copy.dataSource(), SQLDialect.POSTGRES);
    keys = new ApiKeyRepository(database);
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
  void countsOfHoursLongPastAreDeletedInBatchesAndThePresentOneNever() {
    int id = keys.create(NewApiKey.named("clinic")).key().id();
    // Ten past hours, the present one, and the next, which may begin meanwhile.
    owner.execute(
        "INSERT INTO api_key_usage SELECT {0}, date_trunc('hour', now(), 'UTC') + h * interval '1 hour', 1 FROM generate_series(-10, 1) AS h",
        val(id));
    assertThat(keys.purgeUsage(Duration.ofHours(2), 5)).isEqualTo(5);
    assertThat(keys.purgeUsage(Duration.ofHours(2), 100)).isBetween(3, 4);
    assertThat(keys.purgeUsage(Duration.ofHours(2), 100)).isBetween(0, 1);
    assertThat(keys.purgeUsage(Duration.ZERO, 100)).isBetween(2, 3);
    assertThat(owner.fetchCount(API_KEY_USAGE)).isBetween(1, 2);
  }

  @Test
  void aBatchIsNoLargerHoweverItIsPlanned() {
    int id = keys.create(NewApiKey.named("clinic")).key().id();
    owner.execute(
        "INSERT INTO api_key_usage SELECT {0}, date_trunc('hour', now(), 'UTC') + h * interval '1 hour', 1 FROM generate_series(-100, -1) AS h",
        val(id));
    int deleted =
        database.atomically(
            Repeating.UNSAFE,
            dsl -> {
              for (String way : List.of("hashjoin", "mergejoin", "hashagg", "material", "sort")) {
                dsl.execute("SET LOCAL enable_" + way + " = off");
              }
              return UsageRows.purge(dsl, Duration.ZERO, 5);
            });
    assertThat(deleted).isEqualTo(5);
  }

  @Test
  void aBatchOfNothingAndATimeBeforeNowAreRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> keys.purgeUsage(Duration.ofHours(-1), 1));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> keys.purgeUsage(Duration.ZERO, 0));
  }

  @Test
  void anHourThatIsNoneOfUtcIsRefused() {
    int id = keys.create(NewApiKey.named("clinic")).key().id();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () ->
                database.write(
                    Repeating.UNSAFE,
                    dsl ->
                        dsl.execute(
                            "INSERT INTO api_key_usage VALUES ({0}, '2026-01-01 00:30:00+00', 1)",
                            val(id))));
  }
}
