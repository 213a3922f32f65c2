-- Back to rules that hold for new rows only, and to the procedure of V23, word for word, for the next way up.

CREATE OR REPLACE VIEW repaired_api_keys AS
SELECT
    id,
    repaired.*,
    CASE
        WHEN coalesce(jsonb_typeof(metadata), 'object') = 'object'
            AND (
                api_keys.name,
                api_keys.rate_limit,
                api_keys.created_at,
                api_keys.updated_at,
                api_keys.last_used_at,
                api_keys.expires_at
            ) IS NOT DISTINCT FROM (
                repaired.name,
                repaired.rate_limit,
                repaired.created_at,
                repaired.updated_at,
                repaired.last_used_at,
                repaired.expires_at
            )
            THEN metadata
        ELSE note_repair(metadata, 'V23', note.was, note.becomes)
    END AS metadata
FROM api_keys
CROSS JOIN LATERAL (
    SELECT
        (CASE WHEN isfinite(created_at) THEN created_at WHEN isfinite(updated_at) THEN updated_at ELSE 'epoch' END) AS created_at
) AS first
CROSS JOIN LATERAL (
    SELECT
        (CASE WHEN name ~ '\S' THEN name ELSE format('unnamed key %s', id) END)::varchar(255) AS name,
        (CASE WHEN rate_limit > 0 THEN rate_limit END) AS rate_limit,
        first.created_at,
        (CASE WHEN isfinite(updated_at) THEN updated_at ELSE first.created_at END) AS updated_at,
        (CASE WHEN isfinite(last_used_at) THEN last_used_at END) AS last_used_at,
        (CASE WHEN isfinite(expires_at) THEN expires_at WHEN expires_at < 'epoch' THEN 'epoch' END) AS expires_at
) AS repaired
CROSS JOIN LATERAL (
    SELECT
        jsonb_build_object(
            'name', api_keys.name,
            'rate_limit', api_keys.rate_limit,
            'created_at', api_keys.created_at,
            'updated_at', api_keys.updated_at,
            'last_used_at', api_keys.last_used_at,
            'expires_at', api_keys.expires_at
        ) AS was,
        jsonb_build_object(
            'name', repaired.name,
            'rate_limit', repaired.rate_limit,
            'created_at', repaired.created_at,
            'updated_at', repaired.updated_at,
            'last_used_at', repaired.last_used_at,
            'expires_at', repaired.expires_at
        ) AS becomes
) AS note;

COMMENT ON VIEW repaired_api_keys IS 'Rows of api_keys as the rules of V24 want them.';

CREATE OR REPLACE PROCEDURE repair_api_keys()
LANGUAGE plpgsql
AS $repair_api_keys$
DECLARE
    batch_size CONSTANT integer := 1000;
    batch_begin integer;
    batch_end integer;
    ids integer[];
BEGIN
    SELECT min(id) INTO batch_begin FROM api_keys;

    WHILE batch_begin IS NOT NULL LOOP
        SELECT id INTO batch_end FROM api_keys WHERE id > batch_begin ORDER BY id OFFSET batch_size - 1 LIMIT 1;

        -- Times are noted in UTC and numbers in full, whoever migrates.
        PERFORM
            set_config('timezone', 'UTC', true),
            set_config('extra_float_digits', '1', true);

        ids := ARRAY(
            SELECT id
            FROM api_keys
            JOIN repaired_api_keys AS repaired USING (id)
            WHERE id >= batch_begin
                AND (batch_end IS NULL OR id < batch_end)
                AND repaired.metadata IS DISTINCT FROM api_keys.metadata
        );
        -- Locked first, so that what somebody else has written meanwhile is seen, and not overwritten.
        PERFORM FROM api_keys WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;

        UPDATE api_keys
        SET
            name = repaired.name,
            rate_limit = repaired.rate_limit,
            created_at = repaired.created_at,
            updated_at = repaired.updated_at,
            last_used_at = repaired.last_used_at,
            expires_at = repaired.expires_at,
            metadata = repaired.metadata
        FROM repaired_api_keys AS repaired
        WHERE api_keys.id = ANY (ids)
            AND repaired.id = api_keys.id
            AND repaired.metadata IS DISTINCT FROM api_keys.metadata;

        COMMIT;
        batch_begin := batch_end;
    END LOOP;
END
$repair_api_keys$;

COMMENT ON PROCEDURE repair_api_keys() IS 'Makes rows of api_keys what the rules of V24 want, and notes what they were in metadata.';

ALTER TABLE api_keys
    DROP CONSTRAINT ck_api_keys_name,
    DROP CONSTRAINT ck_api_keys_rate_limit,
    DROP CONSTRAINT ck_api_keys_metadata,
    DROP CONSTRAINT ck_api_keys_times,
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
