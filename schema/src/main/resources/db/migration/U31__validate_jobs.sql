-- Back to rules that hold for new rows only, and to the procedure of V29, word for word, for the next way up.

CREATE OR REPLACE VIEW repaired_jobs AS
SELECT
    id,
    repaired.*,
    CASE
        WHEN coalesce(jsonb_typeof(metadata), 'object') = 'object'
            AND (
                jobs.job_id,
                jobs.status,
                jobs.lexicon_id,
                jobs.audio_duration,
                jobs.audio_size_bytes,
                jobs.processing_time_seconds,
                jobs.confidence_score,
                jobs.correction_count,
                jobs.fuzzy_match_count,
                jobs.created_at,
                jobs.updated_at,
                jobs.started_at,
                jobs.completed_at,
                jobs.next_attempt_at,
                jobs.lease_expires_at
            ) IS NOT DISTINCT FROM (
                repaired.job_id,
                repaired.status,
                repaired.lexicon_id,
                repaired.audio_duration,
                repaired.audio_size_bytes,
                repaired.processing_time_seconds,
                repaired.confidence_score,
                repaired.correction_count,
                repaired.fuzzy_match_count,
                repaired.created_at,
                repaired.updated_at,
                repaired.started_at,
                repaired.completed_at,
                repaired.next_attempt_at,
                repaired.lease_expires_at
            )
            THEN metadata
        ELSE note_repair(metadata, 'V29', note.was, note.becomes)
    END AS metadata
FROM jobs
CROSS JOIN LATERAL (
    SELECT
        lower(btrim(status, E' \t\r\n')) AS status,
        btrim(lexicon_id, E' \t\r\n') AS lexicon_id,
        (CASE WHEN isfinite(updated_at) THEN updated_at END) AS updated_at,
        (CASE WHEN isfinite(started_at) THEN started_at END) AS started_at,
        (CASE WHEN isfinite(completed_at) THEN completed_at END) AS completed_at,
        (CASE WHEN isfinite(created_at) THEN created_at WHEN isfinite(updated_at) THEN updated_at ELSE 'epoch' END) AS created_at
    OFFSET 0
) AS told
CROSS JOIN LATERAL (
    SELECT
        (CASE
            WHEN told.status IN ('pending', 'processing', 'completed', 'failed', 'cancelled') THEN told.status
            WHEN told.status IN ('queued', 'waiting', 'submitted', 'new') AND transcription_text IS NULL AND processed_text IS NULL
                THEN 'pending'
            WHEN told.status IN ('canceled', 'aborted') THEN 'cancelled'
            WHEN told.status IN ('error', 'errored', 'failure') THEN 'failed'
            WHEN told.status IN ('complete', 'done', 'finished', 'success', 'succeeded') THEN 'completed'
            WHEN transcription_text IS NULL AND processed_text IS NULL THEN 'failed'
            ELSE 'completed'
        END) AS status
    OFFSET 0
) AS known
CROSS JOIN LATERAL (
    SELECT
        (CASE
            WHEN known.status IN ('completed', 'failed', 'cancelled')
                THEN coalesce(told.completed_at, greatest(told.created_at, told.updated_at, told.started_at))
        END) AS completed_at
) AS ended
CROSS JOIN LATERAL (
    SELECT
        (CASE
            WHEN job_id ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN job_id
            WHEN job_id ~ '^[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}$'
                AND NOT EXISTS (SELECT FROM jobs AS other WHERE other.job_id = lower(jobs.job_id))
                THEN lower(job_id)
            ELSE md5(job_id)::uuid::text
        END)::varchar(100) AS job_id,
        known.status::varchar(50) AS status,
        (CASE
            WHEN told.lexicon_id = '' THEN NULL
            WHEN told.lexicon_id ~ '^[A-Za-z0-9_-]{1,100}$' THEN told.lexicon_id
            WHEN told.lexicon_id IS NOT NULL THEN concat_ws(
                '-',
                nullif(left(btrim(regexp_replace(told.lexicon_id, '[^A-Za-z0-9_-]+', '-', 'g'), '-'), 91), ''),
                left(md5(told.lexicon_id), 8)
            )
        END)::varchar(100) AS lexicon_id,
        (CASE WHEN audio_duration >= 0 AND audio_duration < 'Infinity' THEN audio_duration END) AS audio_duration,
        (CASE WHEN audio_size_bytes >= 0 THEN audio_size_bytes END) AS audio_size_bytes,
        (CASE WHEN processing_time_seconds >= 0 AND processing_time_seconds < 'Infinity' THEN processing_time_seconds END)
            AS processing_time_seconds,
        (CASE WHEN confidence_score BETWEEN 0 AND 1 THEN confidence_score END) AS confidence_score,
        (CASE WHEN correction_count >= 0 THEN correction_count END) AS correction_count,
        (CASE WHEN fuzzy_match_count >= 0 THEN fuzzy_match_count END) AS fuzzy_match_count,
        told.created_at,
        coalesce(told.updated_at, told.created_at) AS updated_at,
        (CASE
            WHEN told.started_at <= coalesce(ended.completed_at, told.started_at) THEN told.started_at
            WHEN told.started_at IS NOT NULL OR known.status IN ('processing', 'completed')
                THEN least(told.created_at, ended.completed_at)
        END) AS started_at,
        ended.completed_at,
        (CASE WHEN isfinite(next_attempt_at) THEN next_attempt_at ELSE told.created_at END) AS next_attempt_at,
        (CASE WHEN lease_token IS NOT NULL AND isfinite(lease_expires_at) THEN lease_expires_at END) AS lease_expires_at
) AS repaired
CROSS JOIN LATERAL (
    SELECT
        jsonb_build_object(
            'job_id', jobs.job_id,
            'status', jobs.status,
            'lexicon_id', jobs.lexicon_id,
            'audio_duration', jobs.audio_duration,
            'audio_size_bytes', jobs.audio_size_bytes,
            'processing_time_seconds', jobs.processing_time_seconds,
            'confidence_score', jobs.confidence_score,
            'correction_count', jobs.correction_count,
            'fuzzy_match_count', jobs.fuzzy_match_count,
            'created_at', jobs.created_at,
            'updated_at', jobs.updated_at,
            'started_at', jobs.started_at,
            'completed_at', jobs.completed_at,
            'next_attempt_at', jobs.next_attempt_at,
            'lease_expires_at', jobs.lease_expires_at
        ) AS was,
        jsonb_build_object(
            'job_id', repaired.job_id,
            'status', repaired.status,
            'lexicon_id', repaired.lexicon_id,
            'audio_duration', repaired.audio_duration,
            'audio_size_bytes', repaired.audio_size_bytes,
            'processing_time_seconds', repaired.processing_time_seconds,
            'confidence_score', repaired.confidence_score,
            'correction_count', repaired.correction_count,
            'fuzzy_match_count', repaired.fuzzy_match_count,
            'created_at', repaired.created_at,
            'updated_at', repaired.updated_at,
            'started_at', repaired.started_at,
            'completed_at', repaired.completed_at,
            'next_attempt_at', repaired.next_attempt_at,
            'lease_expires_at', repaired.lease_expires_at
        ) AS becomes
) AS note;

COMMENT ON VIEW repaired_jobs IS 'Rows of jobs as the rules of V30 want them.';

CREATE OR REPLACE PROCEDURE repair_jobs()
LANGUAGE plpgsql
AS $repair_jobs$
DECLARE
    batch_size CONSTANT integer := 1000;
    batch_begin integer;
    batch_end integer;
    ids integer[];
BEGIN
    SELECT min(id) INTO batch_begin FROM jobs;

    WHILE batch_begin IS NOT NULL LOOP
        SELECT id INTO batch_end FROM jobs WHERE id > batch_begin ORDER BY id OFFSET batch_size - 1 LIMIT 1;

        -- Times are noted in UTC and numbers in full, whoever migrates.
        PERFORM
            set_config('timezone', 'UTC', true),
            set_config('extra_float_digits', '1', true);

        ids := ARRAY(
            SELECT id
            FROM jobs
            JOIN repaired_jobs AS repaired USING (id)
            WHERE id >= batch_begin
                AND (batch_end IS NULL OR id < batch_end)
                AND repaired.metadata IS DISTINCT FROM jobs.metadata
        );
        -- Locked first, so that what somebody else has written meanwhile is seen, and not overwritten.
        PERFORM FROM jobs WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;

        UPDATE jobs
        SET
            job_id = repaired.job_id,
            status = repaired.status,
            lexicon_id = repaired.lexicon_id,
            audio_duration = repaired.audio_duration,
            audio_size_bytes = repaired.audio_size_bytes,
            processing_time_seconds = repaired.processing_time_seconds,
            confidence_score = repaired.confidence_score,
            correction_count = repaired.correction_count,
            fuzzy_match_count = repaired.fuzzy_match_count,
            created_at = repaired.created_at,
            updated_at = repaired.updated_at,
            started_at = repaired.started_at,
            completed_at = repaired.completed_at,
            next_attempt_at = repaired.next_attempt_at,
            lease_expires_at = repaired.lease_expires_at,
            metadata = repaired.metadata
        FROM repaired_jobs AS repaired
        WHERE jobs.id = ANY (ids)
            AND repaired.id = jobs.id
            AND repaired.metadata IS DISTINCT FROM jobs.metadata;

        COMMIT;
        batch_begin := batch_end;
    END LOOP;
END
$repair_jobs$;

COMMENT ON PROCEDURE repair_jobs() IS 'Makes rows of jobs what the rules of V30 want, and notes what they were in metadata.';

ALTER TABLE jobs
    DROP CONSTRAINT ck_jobs_job_id,
    DROP CONSTRAINT ck_jobs_status,
    DROP CONSTRAINT ck_jobs_lexicon_id,
    DROP CONSTRAINT ck_jobs_audio_duration,
    DROP CONSTRAINT ck_jobs_audio_size_bytes,
    DROP CONSTRAINT ck_jobs_processing_time_seconds,
    DROP CONSTRAINT ck_jobs_confidence_score,
    DROP CONSTRAINT ck_jobs_correction_count,
    DROP CONSTRAINT ck_jobs_fuzzy_match_count,
    DROP CONSTRAINT ck_jobs_metadata,
    DROP CONSTRAINT ck_jobs_times,
    DROP CONSTRAINT ck_jobs_started_at,
    DROP CONSTRAINT ck_jobs_completed_at,
    DROP CONSTRAINT ck_jobs_completed_after_start,
    DROP CONSTRAINT ck_jobs_lease,
    ADD CONSTRAINT ck_jobs_job_id CHECK (job_id ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$') NOT VALID,
    ADD CONSTRAINT ck_jobs_status CHECK (status IN ('pending', 'processing', 'completed', 'failed', 'cancelled')) NOT VALID,
    ADD CONSTRAINT ck_jobs_lexicon_id CHECK (lexicon_id ~ '^[A-Za-z0-9_-]{1,100}$') NOT VALID,
    ADD CONSTRAINT ck_jobs_audio_duration CHECK (audio_duration >= 0 AND audio_duration < 'Infinity') NOT VALID,
    ADD CONSTRAINT ck_jobs_audio_size_bytes CHECK (audio_size_bytes >= 0) NOT VALID,
    ADD CONSTRAINT ck_jobs_processing_time_seconds CHECK (
        processing_time_seconds >= 0
        AND processing_time_seconds < 'Infinity'
    ) NOT VALID,
    ADD CONSTRAINT ck_jobs_confidence_score CHECK (confidence_score >= 0 AND confidence_score <= 1) NOT VALID,
    ADD CONSTRAINT ck_jobs_correction_count CHECK (correction_count >= 0) NOT VALID,
    ADD CONSTRAINT ck_jobs_fuzzy_match_count CHECK (fuzzy_match_count >= 0) NOT VALID,
    ADD CONSTRAINT ck_jobs_metadata CHECK (jsonb_typeof(metadata) = 'object') NOT VALID,
    ADD CONSTRAINT ck_jobs_times CHECK (
        isfinite(created_at)
        AND isfinite(updated_at)
        AND isfinite(started_at)
        AND isfinite(completed_at)
        AND isfinite(next_attempt_at)
        AND isfinite(lease_expires_at)
    ) NOT VALID,
    ADD CONSTRAINT ck_jobs_started_at CHECK (started_at IS NOT NULL OR status NOT IN ('processing', 'completed')) NOT VALID,
    ADD CONSTRAINT ck_jobs_completed_at CHECK ((completed_at IS NOT NULL) = (status IN ('completed', 'failed', 'cancelled'))) NOT VALID,
    ADD CONSTRAINT ck_jobs_completed_after_start CHECK (completed_at >= started_at) NOT VALID,
    ADD CONSTRAINT ck_jobs_lease CHECK (lease_expires_at IS NULL OR lease_token IS NOT NULL) NOT VALID;

COMMENT ON CONSTRAINT ck_jobs_job_id ON jobs IS 'A UUID, in lower case.';
COMMENT ON CONSTRAINT ck_jobs_status ON jobs IS 'The statuses that there are.';
COMMENT ON CONSTRAINT ck_jobs_lexicon_id ON jobs IS 'What can be the name of a lexicon: 1 to 100 letters of ASCII, digits, _ and -.';
COMMENT ON CONSTRAINT ck_jobs_audio_duration ON jobs IS 'Seconds, from 0 upwards; not measured is NULL.';
COMMENT ON CONSTRAINT ck_jobs_audio_size_bytes ON jobs IS 'Bytes, from 0 upwards; not known is NULL.';
COMMENT ON CONSTRAINT ck_jobs_processing_time_seconds ON jobs IS 'Seconds, from 0 upwards; not measured is NULL.';
COMMENT ON CONSTRAINT ck_jobs_confidence_score ON jobs IS 'From 0 to 1, and so not NaN; not measured is NULL.';
COMMENT ON CONSTRAINT ck_jobs_correction_count ON jobs IS 'A count; not counted is NULL.';
COMMENT ON CONSTRAINT ck_jobs_fuzzy_match_count ON jobs IS 'A count; not counted is NULL.';
COMMENT ON CONSTRAINT ck_jobs_metadata ON jobs IS 'Metadata is an object; none is NULL.';
COMMENT ON CONSTRAINT ck_jobs_times ON jobs IS 'Times are of the calendar.';
COMMENT ON CONSTRAINT ck_jobs_started_at ON jobs IS 'What is being worked on, or was completed, has begun.';
COMMENT ON CONSTRAINT ck_jobs_completed_at ON jobs IS 'What is completed, failed or cancelled has ended, and nothing else has.';
COMMENT ON CONSTRAINT ck_jobs_completed_after_start ON jobs IS 'The end is not before the beginning.';
COMMENT ON CONSTRAINT ck_jobs_lease ON jobs IS 'A lease that ends has a name; jobs that the old service took have neither.';
