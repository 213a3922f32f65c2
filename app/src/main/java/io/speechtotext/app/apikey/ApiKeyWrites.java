package io.speechtotext.app.apikey;

import static io.speechtotext.jooq.Tables.API_KEYS;

import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.Statements;
import io.speechtotext.jooq.tables.records.ApiKeyRecord;
import java.util.Optional;

/** What people write to keys, each a statement that returns the row as it then is. */
final class ApiKeyWrites {

  private final Statements statements;

  ApiKeyWrites(Statements statements) {
    this.statements = statements;
  }

  ApiKey create(NewApiKey key, PlaintextKey plaintext) {
    ApiKeyRecord row = secretsOf(plaintext);
    row.setName(key.name());
    row.setDescription(key.description());
    row.setIsAdmin(key.isAdmin());
    row.setRateLimit(key.rateLimitPerHour());
    row.setExpiresAt(key.expiresAt());
    return statements.write(
        Repeating.UNSAFE,
        dsl ->
            dsl.insertInto(API_KEYS)
                .set(row)
                .returning(ApiKeyRows.COLUMNS)
                .fetchSingle(ApiKeyRows::key));
  }

  /** Writes what is mentioned, which is something; empty when there is no such key. */
  Optional<ApiKey> change(int id, ApiKeyChange change) {
    ApiKeyRecord row = new ApiKeyRecord();
    change.name().ifPresent(row::setName);
    change.description().ifPresent(edit -> row.setDescription(edit.value()));
    change.active().ifPresent(row::setIsActive);
    change.admin().ifPresent(row::setIsAdmin);
    change.rateLimit().ifPresent(edit -> row.setRateLimit(edit.value()));
    change.expiresAt().ifPresent(edit -> row.setExpiresAt(edit.value()));
    return update(id, row);
  }

  /** Lets another secret open the same; empty when there is no such key. */
  Optional<ApiKey> replaceSecret(int id, PlaintextKey plaintext) {
    return update(id, secretsOf(plaintext));
  }

  private Optional<ApiKey> update(int id, ApiKeyRecord row) {
    return statements.write(
        Repeating.SAFE,
        dsl ->
            dsl.update(API_KEYS)
                .set(row)
                .where(API_KEYS.ID.eq(id))
                .returning(ApiKeyRows.COLUMNS)
                .fetchOptional(ApiKeyRows::key));
  }

  private static ApiKeyRecord secretsOf(PlaintextKey plaintext) {
    KeyDigest digest = KeyDigest.of(plaintext.reveal());
    ApiKeyRecord row = new ApiKeyRecord();
    row.setKeyHash(digest.asHash());
    row.setKeyDigest(digest.bytes());
    row.setKeyPrefix(plaintext.prefix());
    return row;
  }
}
