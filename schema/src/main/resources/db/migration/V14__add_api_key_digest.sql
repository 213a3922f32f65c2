-- A bcrypt hash cannot be looked up: whoever asks for a key has to try them all, a quarter of a second each. A key that is 256
-- random bits needs no slow hash, so its SHA-256 stands beside key_hash from now on, and can be found by an index. People
-- recognise a key by the few characters in key_prefix, and need to see nothing of any hash.

ALTER TABLE api_keys
    ADD COLUMN key_digest bytea,
    ADD COLUMN key_prefix varchar(20),
    ADD CONSTRAINT ck_api_keys_key_digest CHECK (octet_length(key_digest) = 32);

COMMENT ON COLUMN api_keys.key_digest IS
    'SHA-256 of the whole secret key, 32 bytes, unique; NULL in rows of the old service, until the key is used again or replaced.';
COMMENT ON COLUMN api_keys.key_prefix IS
    'First characters of the key, by which people recognise it; NULL in rows of the old service, and where the key is too short to show a part of it.';
COMMENT ON COLUMN api_keys.key_hash IS
    'bcrypt of the secret key in rows of the old service; sha256: and the digest in hexadecimal in all others. Unique; the key itself is stored nowhere.';
COMMENT ON CONSTRAINT ck_api_keys_key_digest ON api_keys IS 'A digest is 32 bytes, not their hexadecimal text.';
