package io.speechtotext.app.apikey;

import static io.speechtotext.jooq.Tables.API_KEYS;

import io.speechtotext.app.database.NewestFirst;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.paging.CreatedAt;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.jooq.tables.records.ApiKeyRecord;
import java.util.List;
import java.util.Optional;

/** API keys in the database. Thread-safe; each method is one statement. */
public final class ApiKeyRepository {

  private static final NewestFirst NEWEST_FIRST = new NewestFirst(API_KEYS.CREATED_AT, API_KEYS.ID);

  private final Statements statements;

  /** A repository on the service's database. */
  public ApiKeyRepository(Statements statements) {
    this.statements = statements;
  }

  /**
   * Creates a key.
   *
   * @return the key as it now stands in the database
   * @throws ConflictException when its name or its hash is taken
   */
  public ApiKey create(NewApiKey key) {
    ApiKeyRecord row = new ApiKeyRecord();
    row.setKeyHash(key.keyHash());
    row.setName(key.name());
    row.setDescription(key.description());
    row.setIsAdmin(key.isAdmin());
    row.setRateLimit(key.rateLimitPerHour());
    row.setExpiresAt(key.expiresAt());
    return statements.write(
        Repeating.UNSAFE,
        dsl ->
            dsl.insertInto(API_KEYS).set(row).returning().fetchSingle(ApiKeyRepository::toApiKey));
  }

  /** The key with that id, active or not. */
  public Optional<ApiKey> findById(int id) {
    return statements.read(
        dsl ->
            dsl.selectFrom(API_KEYS)
                .where(API_KEYS.ID.eq(id))
                .fetchOptional(ApiKeyRepository::toApiKey));
  }

  /** All keys, newest first. */
  public Page<ApiKey, CreatedAt> list(PageRequest<CreatedAt> request) {
    List<ApiKey> read =
        statements.read(
            dsl ->
                dsl.selectFrom(API_KEYS)
                    .where(NEWEST_FIRST.after(request.after()))
                    .orderBy(NEWEST_FIRST.order())
                    .limit(request.limit() + 1)
                    .fetch(ApiKeyRepository::toApiKey));
    return Page.of(read, request.limit(), key -> new CreatedAt(key.createdAt(), key.id()));
  }

  private static ApiKey toApiKey(ApiKeyRecord row) {
    return ApiKey.of(row.into(io.speechtotext.jooq.tables.pojos.ApiKey.class));
  }
}
