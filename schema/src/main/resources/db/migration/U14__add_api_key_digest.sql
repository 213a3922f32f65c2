-- Back to keys that are found by trying them all. Digests and prefixes are lost with their columns. Keys of the old service are
-- not: key_hash holds their bcrypt as before. Those that were made or replaced since cannot be verified by the old service, which
-- knows no hash but bcrypt: replace them there.

ALTER TABLE api_keys
    DROP CONSTRAINT ck_api_keys_key_digest,
    DROP COLUMN key_prefix,
    DROP COLUMN key_digest;

COMMENT ON COLUMN api_keys.key_hash IS 'One-way digest of the secret key, as text; the key itself is stored nowhere.';
