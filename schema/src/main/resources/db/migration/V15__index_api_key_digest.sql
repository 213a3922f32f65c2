-- Every request looks up its key by the digest. Until all clients of the old service have shown theirs, some rows have none, and
-- those are few: they get an index of their own, which empties as they move. The lists of keys are read page by page, newest first.

CREATE UNIQUE INDEX CONCURRENTLY uq_api_keys_key_digest ON api_keys (key_digest)
WHERE key_digest IS NOT NULL;

CREATE INDEX CONCURRENTLY ix_api_keys_without_digest ON api_keys (id)
WHERE key_digest IS NULL AND is_active;

CREATE INDEX CONCURRENTLY ix_api_keys_created_at_id ON api_keys (created_at, id);

CREATE INDEX CONCURRENTLY ix_api_keys_is_active_created_at_id ON api_keys (is_active, created_at, id);
