-- Back to digests without an index, and to one digest that several rows may have.

DROP INDEX CONCURRENTLY IF EXISTS ix_api_keys_is_active_created_at_id;

DROP INDEX CONCURRENTLY IF EXISTS ix_api_keys_created_at_id;

DROP INDEX CONCURRENTLY IF EXISTS ix_api_keys_without_digest;

DROP INDEX CONCURRENTLY IF EXISTS uq_api_keys_key_digest;
