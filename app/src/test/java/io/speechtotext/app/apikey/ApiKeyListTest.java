package io.speechtotext.app.apikey;

import static io.speechtotext.jooq.Tables.API_KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.paging.CreatedAt;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class ApiKeyListTest {

  private final Database database;
  private final DSLContext owner;
  private final ApiKeyRepository keys;

  ApiKeyListTest(ThrowawayDatabase copy) {
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
  void pagesHoldEveryKeyOnceNewestFirstAlsoThoseOfOneInstant() {
    List<Integer> ids = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      ids.add(0, keys.create(NewApiKey.named("key " + i)).key().id());
    }
    owner
        .update(API_KEYS)
        .set(API_KEYS.CREATED_AT, Instant.parse("2026-01-01T00:00:00.123456Z"))
        .execute();
    assertThat(ids(Activity.ANY)).containsExactlyElementsOf(ids);
    assertThat(ids(Activity.ACTIVE)).containsExactlyElementsOf(ids);
    assertThat(ids(Activity.INACTIVE)).isEmpty();
  }

  @Test
  void withdrawnKeysAreListedApart() {
    int one = keys.create(NewApiKey.named("one")).key().id();
    int two = keys.create(NewApiKey.named("two")).key().id();
    keys.deactivate(one);
    assertThat(ids(Activity.ACTIVE)).containsExactly(two);
    assertThat(ids(Activity.INACTIVE)).containsExactly(one);
  }

  @Test
  void rowsOfTheOldServiceDoNotBreakTheList() {
    owner.execute(
        "INSERT INTO api_keys (key_hash, name, rate_limit) VALUES ('$2b$04$x', 'no limit', NULL), ('y', 'no prefix', NULL)");
    assertThat(keys.list(Activity.ANY, PageRequest.first(10)).items())
        .hasSize(2)
        .allMatch(key -> key.rateLimitPerHour() == null && key.prefix() == null);
  }

  private List<Integer> ids(Activity activity) {
    List<Integer> ids = new ArrayList<>();
    PageRequest<CreatedAt> request = PageRequest.first(3);
    Page<ApiKey, CreatedAt> page = keys.list(activity, request);
    page.items().forEach(key -> ids.add(key.id()));
    while (page.next().isPresent()) {
      page = keys.list(activity, request.after(page.next().get()));
      page.items().forEach(key -> ids.add(key.id()));
    }
    return ids;
  }
}
