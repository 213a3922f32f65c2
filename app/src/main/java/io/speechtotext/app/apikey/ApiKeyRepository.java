package io.speechtotext.app.apikey;

import static io.speechtotext.jooq.Tables.API_KEYS;

import io.speechtotext.app.apikey.Authentication.Unknown;
import io.speechtotext.app.database.NewestFirst;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.app.failure.NotFoundException;
import io.speechtotext.app.paging.CreatedAt;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * API keys in the database. They are withdrawn and never deleted, so that jobs keep their owner.
 * Every method throws a {@link io.speechtotext.app.failure.DataException} when the database does
 * not do it; none shows a key or a hash. Thread-safe.
 */
public final class ApiKeyRepository {

  private static final NewestFirst NEWEST_FIRST = new NewestFirst(API_KEYS.CREATED_AT, API_KEYS.ID);

  private final Statements statements;
  private final ApiKeySettings settings;
  private final Optional<LegacyKeys> legacyKeys;
  private final ApiKeyWrites writes;

  /** A repository that knows no keys of the old service but those that have moved. */
  public ApiKeyRepository(Statements statements) {
    this(statements, ApiKeySettings.DEFAULTS);
  }

  /**
   * A repository with other settings. Where {@code legacyKeys} is on, a process needs one, not in a
   * transaction: it remembers whom it tried, and how many at a time.
   */
  public ApiKeyRepository(Statements statements, ApiKeySettings settings) {
    this(
        statements,
        settings,
        settings.legacyKeys()
            ? Optional.of(LegacyKeys.with(Bcrypt.load(), System::nanoTime))
            : Optional.empty());
  }

  private ApiKeyRepository(
      Statements statements, ApiKeySettings settings, Optional<LegacyKeys> legacyKeys) {
    this.statements = statements;
    this.settings = settings;
    this.legacyKeys = legacyKeys;
    this.writes = new ApiKeyWrites(statements);
  }

  /**
   * The same on the statements of a transaction. There, keys of the old service that have not moved
   * are unknown: to try one takes seconds, and no transaction is to last as long.
   */
  public ApiKeyRepository on(Statements transaction) {
    return new ApiKeyRepository(transaction, settings, Optional.empty());
  }

  /**
   * Creates a key.
   *
   * @return the only place where the key itself is to be had
   * @throws io.speechtotext.app.failure.ConflictException when its name is taken, by a withdrawn
   *     key too
   */
  public IssuedApiKey create(NewApiKey key) {
    PlaintextKey plaintext = PlaintextKey.random();
    return new IssuedApiKey(writes.create(key, plaintext), plaintext);
  }

  /**
   * Whether a key lets its sender in, which counts as one request: one statement, one lookup by an
   * index. Not within a transaction that goes on for long: other requests with that key wait for
   * its end. Keys of the old service move outside of one only. After a lost connection it may be
   * repeated; a request is then perhaps counted twice.
   *
   * @param plaintext as it was sent, in a header and not in a URL; null for none at all
   */
  public Authentication authenticate(@Nullable String plaintext) {
    return PresentedKey.of(plaintext).map(this::authenticate).orElseGet(Unknown::new);
  }

  private Authentication authenticate(PresentedKey key) {
    Authentication found = byDigest(key.digest());
    return found instanceof Unknown
        ? legacyKeys
            .map(legacy -> legacy.authenticate(key, () -> byDigest(key.digest()), statements))
            .orElse(found)
        : found;
  }

  private Authentication byDigest(KeyDigest digest) {
    return statements.write(
        Repeating.SAFE,
        AuthenticateStatement.AUTHENTICATE,
        new AuthenticateStatement.Request(digest, settings.touchInterval()));
  }

  /** The key with that id, active or not. */
  public Optional<ApiKey> findById(int id) {
    return statements.read(
        dsl ->
            dsl.select(ApiKeyRows.COLUMNS)
                .from(API_KEYS)
                .where(API_KEYS.ID.eq(id))
                .fetchOptional(ApiKeyRows::key));
  }

  /** Keys, newest first. */
  public Page<ApiKey, CreatedAt> list(Activity activity, PageRequest<CreatedAt> request) {
    List<ApiKey> read =
        statements.read(
            dsl ->
                dsl.select(ApiKeyRows.COLUMNS)
                    .from(API_KEYS)
                    .where(is(activity))
                    .and(NEWEST_FIRST.after(request.after()))
                    .orderBy(NEWEST_FIRST.order())
                    .limit(request.limit() + 1)
                    .fetch(ApiKeyRows::key));
    return Page.of(read, request.limit(), key -> new CreatedAt(key.createdAt(), key.id()));
  }

  private static Condition is(Activity activity) {
    return switch (activity) {
      case ANY -> DSL.noCondition();
      case ACTIVE -> API_KEYS.IS_ACTIVE.isTrue();
      case INACTIVE -> API_KEYS.IS_ACTIVE.isFalse();
    };
  }

  /**
   * Changes what is mentioned and leaves the rest.
   *
   * @return the key as it now stands in the database
   * @throws NotFoundException when there is no such key
   * @throws io.speechtotext.app.failure.ConflictException when the new name is taken
   */
  public ApiKey change(int id, ApiKeyChange change) {
    return (change.isNone() ? findById(id) : writes.change(id, change))
        .orElseThrow(() -> missing(id));
  }

  /**
   * Withdraws a key at once; doing it twice changes nothing more.
   *
   * @return the key as it now stands in the database
   * @throws NotFoundException when there is no such key
   */
  public ApiKey deactivate(int id) {
    return change(id, ApiKeyChange.none().active(false));
  }

  /**
   * Replaces a key by a new one of the same name, rights and limit. The old one stops at once. To
   * let both in for a while, create another key and withdraw this one later.
   *
   * @return the only place where the new key itself is to be had
   * @throws NotFoundException when there is no such key
   */
  public IssuedApiKey rotate(int id) {
    PlaintextKey plaintext = PlaintextKey.random();
    ApiKey key = writes.replaceSecret(id, plaintext).orElseThrow(() -> missing(id));
    return new IssuedApiKey(key, plaintext);
  }

  /**
   * Keys of the old service that have not moved: that still let somebody in and have no digest,
   * last used first, 1000 at most.
   */
  public List<LegacyApiKey> legacyKeys() {
    return statements.read(LegacyKeyRows::list);
  }

  /**
   * Deletes a batch of counts of hours long past.
   *
   * @param kept how long before the present hour counts are kept; not negative
   * @param most how many rows to delete at most, at least 1
   * @return how many were deleted; fewer than {@code most} when none are left
   */
  public int purgeUsage(Duration kept, int most) {
    if (kept.isNegative()) {
      throw new InvalidValueException("kept", "must not be negative, as is " + kept);
    }
    if (most < 1) {
      throw new InvalidValueException("most", "must be at least 1, not " + most);
    }
    return statements.write(Repeating.SAFE, dsl -> UsageRows.purge(dsl, kept, most));
  }

  private static NotFoundException missing(int id) {
    return new NotFoundException("API key", id);
  }
}
