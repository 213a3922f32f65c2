-- The database is about to get rules for api_keys, and has rows that break them: the old service checked little, and people used psql.
-- Here they are reported and repaired; V24 brings the rules for what is written from then on, V25 for all rows.
--
-- Nothing is lost. Under the key 'legacy' of its metadata, a row that is repaired keeps each value that it had, beside the one that it got:
-- {"legacy": {"by": "V23", "rate_limit": {"was": 0, "is": null}}}. What was there instead of an object moves into it: "metadata".

-- The key 'legacy' may be somebody else's: ours names its migration. A value that changes again goes on from what it first was, unless
-- somebody else wrote another one between; then both stories are kept.
CREATE OR REPLACE FUNCTION note_repair(metadata jsonb, migration text, was jsonb, becomes jsonb)
RETURNS jsonb
LANGUAGE plpgsql
IMMUTABLE
AS $note_repair$
DECLARE
    noted jsonb := CASE WHEN metadata #>> '{legacy,by}' = migration THEN metadata -> 'legacy' END;
    changes jsonb;
BEGIN
    SELECT
        jsonb_object_agg(
            key,
            CASE
                WHEN noted #> ARRAY[key, 'is'] = old.value
                    THEN (noted -> key) || jsonb_build_object('is', new.value)
                ELSE jsonb_build_object('was', old.value, 'is', new.value)
                    || CASE WHEN noted ? key THEN jsonb_build_object('before', noted -> key) ELSE '{}' END
            END
        )
    INTO changes
    FROM jsonb_each(was) AS old
    JOIN jsonb_each(becomes) AS new USING (key)
    WHERE old.value <> new.value;

    IF changes IS NULL AND coalesce(jsonb_typeof(metadata), 'object') = 'object' THEN
        RETURN metadata;
    END IF;

    IF noted IS NULL THEN
        noted := jsonb_build_object('by', migration);
        IF jsonb_typeof(metadata) <> 'object' OR metadata = '{}' OR metadata ? 'legacy' THEN
            noted := noted || jsonb_build_object('metadata', metadata);
        END IF;
    END IF;
    RETURN CASE WHEN jsonb_typeof(metadata) = 'object' THEN metadata ELSE '{}' END
        || jsonb_build_object('legacy', noted || coalesce(changes, '{}'));
END
$note_repair$;

COMMENT ON FUNCTION note_repair(jsonb, text, jsonb, jsonb) IS
    'metadata of a row that a repair changes, with what its columns were and became; the same metadata if nothing changes.';

-- Each row as it should be. rate_limit: the old service never heeded it, so that a limit which lets nobody in limited nobody. Times that
-- are infinite are none: never (NULL), or not known.
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

-- A thousand rows at a time, each batch committed, so that nobody waits for long. It can be stopped anywhere and called again: what
-- is as it should be is passed over. V25 calls it for the rows that come in between this migration and the rules, and drops it.
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

-- The report, before anything changes: how many rows, and some of them, for each column.
-- Repeatable: it only reads
DO $report$
DECLARE
    finding record;
BEGIN
    FOR finding IN
        SELECT
            noted.key AS column_name,
            count(*) AS row_count,
            (array_agg(id ORDER BY id))[:10] AS ids
        FROM api_keys
        JOIN repaired_api_keys AS repaired USING (id)
        CROSS JOIN LATERAL jsonb_object_keys(repaired.metadata -> 'legacy') AS noted (key)
        WHERE repaired.metadata IS DISTINCT FROM api_keys.metadata
            AND noted.key <> 'by'
        GROUP BY noted.key
        ORDER BY noted.key COLLATE "C"
    LOOP
        RAISE WARNING 'api_keys.%: % row(s) to repair; id % …',
            finding.column_name, finding.row_count, array_to_string(finding.ids, ', ');
    END LOOP;
END
$report$;

-- Repeatable: rows that were repaired are passed over
CALL repair_api_keys();
