-- The rules for api_keys, for every row that is written from now on. What V23 repaired keeps them; rows that slipped in since then are
-- repaired by V25, which also has the server check them all. The old service's normal writes keep the rules: it validates a name and
-- a limit, and knows no other times than the present.

ALTER TABLE api_keys
    ADD CONSTRAINT ck_api_keys_name CHECK (name ~ '\S') NOT VALID,
    ADD CONSTRAINT ck_api_keys_rate_limit CHECK (rate_limit > 0) NOT VALID,
    ADD CONSTRAINT ck_api_keys_metadata CHECK (jsonb_typeof(metadata) = 'object') NOT VALID,
    ADD CONSTRAINT ck_api_keys_times CHECK (
        isfinite(created_at)
        AND isfinite(updated_at)
        AND isfinite(last_used_at)
        AND isfinite(expires_at)
    ) NOT VALID;

COMMENT ON CONSTRAINT ck_api_keys_name ON api_keys IS 'A name says something.';
COMMENT ON CONSTRAINT ck_api_keys_rate_limit ON api_keys IS 'A limit lets somebody in; none is NULL.';
COMMENT ON CONSTRAINT ck_api_keys_metadata ON api_keys IS 'Metadata is an object; none is NULL.';
COMMENT ON CONSTRAINT ck_api_keys_times ON api_keys IS 'Times are of the calendar; never is NULL.';

COMMENT ON COLUMN api_keys.metadata IS
    'Further facts about the key, a JSON object; legacy in it holds the values that V23 replaced. NULL when there are none.';
