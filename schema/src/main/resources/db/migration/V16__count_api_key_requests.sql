-- rate_limit was never heeded, for nothing counted requests. They are counted here, a row for each key and hour, in the statement
-- that looks up the key, so that a limit holds for all processes of the service together.

-- Hours begin with those of UTC in every session: in Tehran the clock strikes half an hour later.
CREATE TABLE api_key_usage (
    api_key_id integer NOT NULL,
    hour timestamptz NOT NULL,
    requests integer NOT NULL,
    CONSTRAINT api_key_usage_pkey PRIMARY KEY (api_key_id, hour),
    CONSTRAINT fk_api_key_usage_api_key_id FOREIGN KEY (api_key_id) REFERENCES api_keys (id) ON DELETE CASCADE,
    CONSTRAINT ck_api_key_usage_hour CHECK (date_trunc('hour', timezone('UTC', hour)) = timezone('UTC', hour)),
    CONSTRAINT ck_api_key_usage_requests CHECK (requests > 0)
);

-- Rows of hours long past are deleted; no other statement asks for an hour alone.
CREATE INDEX ix_api_key_usage_hour ON api_key_usage (hour);

COMMENT ON TABLE api_key_usage IS 'Requests that were let in, a row for each hour in which a key with a rate_limit was used.';
COMMENT ON COLUMN api_key_usage.api_key_id IS 'Key that was used (api_keys.id).';
COMMENT ON COLUMN api_key_usage.hour IS 'Beginning of the hour, a full one in UTC.';
COMMENT ON COLUMN api_key_usage.requests IS 'Requests let in during that hour, from 1 up to the rate_limit of the time; refused ones do not count.';

COMMENT ON COLUMN api_keys.rate_limit IS
    'Requests allowed in each full hour of UTC, counted in api_key_usage; NULL means that there is no limit, and nothing is counted.';
COMMENT ON COLUMN api_keys.last_used_at IS
    'When the key was last accepted, up to a minute early where it is used often; NULL when it never was.';
