-- Back to keys that may be written as anybody likes.

ALTER TABLE api_keys
    DROP CONSTRAINT ck_api_keys_times,
    DROP CONSTRAINT ck_api_keys_metadata,
    DROP CONSTRAINT ck_api_keys_rate_limit,
    DROP CONSTRAINT ck_api_keys_name;

COMMENT ON COLUMN api_keys.metadata IS 'Further facts about the key, a JSON object; NULL when there are none.';
