-- Back to the values that the rows had. One that somebody has changed since the repair stays as it is now, and what V29 noted of it is
-- lost with the note.

CREATE OR REPLACE FUNCTION value_before_repair(metadata jsonb, column_name text, current_value anyelement)
RETURNS text
LANGUAGE sql
STABLE
SET timezone = 'UTC'
SET datestyle = 'ISO'
SET extra_float_digits = 1
AS $value_before_repair$
    SELECT CASE
        WHEN metadata #> ARRAY['legacy', column_name, 'is'] = coalesce(to_jsonb(current_value), 'null')
            THEN metadata #>> ARRAY['legacy', column_name, 'was']
        ELSE current_value::text
    END
$value_before_repair$;

-- An object that was empty is noted, so that it is told from none. What was no object comes back, unless there are other keys by now.
CREATE OR REPLACE FUNCTION metadata_before_repair(metadata jsonb)
RETURNS jsonb
LANGUAGE sql
IMMUTABLE
AS $metadata_before_repair$
    SELECT CASE
        WHEN metadata #> '{legacy,metadata}' IS NULL THEN nullif(metadata - 'legacy', '{}')
        WHEN jsonb_typeof(metadata #> '{legacy,metadata}') = 'object'
            THEN (metadata - 'legacy') || CASE
                WHEN metadata #> '{legacy,metadata}' ? 'legacy'
                    THEN jsonb_build_object('legacy', metadata #> '{legacy,metadata,legacy}')
                ELSE '{}'
            END
        WHEN metadata - 'legacy' = '{}' THEN metadata #> '{legacy,metadata}'
        ELSE (metadata - 'legacy') || jsonb_build_object('legacy', metadata #> '{legacy,metadata}')
    END
$metadata_before_repair$;

-- Repeatable: rows that are restored have no note, and are passed over
DO $restore$
DECLARE
    batch_size CONSTANT integer := 1000;
    batch_begin integer;
    batch_end integer;
BEGIN
    SELECT min(id) INTO batch_begin FROM jobs;

    WHILE batch_begin IS NOT NULL LOOP
        SELECT id INTO batch_end FROM jobs WHERE id > batch_begin ORDER BY id OFFSET batch_size - 1 LIMIT 1;

        UPDATE jobs
        SET
            job_id = value_before_repair(metadata, 'job_id', job_id),
            status = value_before_repair(metadata, 'status', status),
            lexicon_id = value_before_repair(metadata, 'lexicon_id', lexicon_id),
            audio_duration = value_before_repair(metadata, 'audio_duration', audio_duration)::double precision,
            audio_size_bytes = value_before_repair(metadata, 'audio_size_bytes', audio_size_bytes)::bigint,
            processing_time_seconds = value_before_repair(metadata, 'processing_time_seconds', processing_time_seconds)::double precision,
            confidence_score = value_before_repair(metadata, 'confidence_score', confidence_score)::double precision,
            correction_count = value_before_repair(metadata, 'correction_count', correction_count)::integer,
            fuzzy_match_count = value_before_repair(metadata, 'fuzzy_match_count', fuzzy_match_count)::integer,
            created_at = value_before_repair(metadata, 'created_at', created_at)::timestamptz,
            updated_at = value_before_repair(metadata, 'updated_at', updated_at)::timestamptz,
            started_at = value_before_repair(metadata, 'started_at', started_at)::timestamptz,
            completed_at = value_before_repair(metadata, 'completed_at', completed_at)::timestamptz,
            next_attempt_at = value_before_repair(metadata, 'next_attempt_at', next_attempt_at)::timestamptz,
            lease_expires_at = value_before_repair(metadata, 'lease_expires_at', lease_expires_at)::timestamptz,
            metadata = metadata_before_repair(metadata)
        WHERE id >= batch_begin
            AND (batch_end IS NULL OR id < batch_end)
            AND metadata #>> '{legacy,by}' = 'V29';

        COMMIT;
        batch_begin := batch_end;
    END LOOP;
END
$restore$;

DROP FUNCTION IF EXISTS metadata_before_repair(jsonb);
DROP FUNCTION IF EXISTS value_before_repair(jsonb, text, anyelement);
DROP PROCEDURE IF EXISTS repair_jobs();
DROP VIEW IF EXISTS repaired_jobs;
