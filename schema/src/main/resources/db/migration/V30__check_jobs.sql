-- The rules for jobs, for every row that is written from now on; V31 has the server check all rows.
--
-- The old service goes on for a while, and its writes must not fail where they meant no harm: it forgets when a job failed that could not
-- be queued, and its clock may be set back while a job runs. The database fills in what is missing, for every writer. What it refuses is
-- what lost texts: that a job which is finished begins again, and that one is completed which nobody has taken. Redis may deliver such a job once more; the worker then fails with it, logs
-- that it could not say so, and the job's text stays.

CREATE FUNCTION agree_job_times() RETURNS trigger
LANGUAGE plpgsql
AS $agree_job_times$
BEGIN
    IF NEW.status IN ('completed', 'failed', 'cancelled') THEN
        NEW.completed_at := greatest(coalesce(NEW.completed_at, CURRENT_TIMESTAMP), NEW.started_at);
    ELSE
        NEW.completed_at := NULL;
    END IF;
    IF NEW.status IN ('processing', 'completed') THEN
        NEW.started_at := coalesce(NEW.started_at, least(CURRENT_TIMESTAMP, NEW.completed_at));
    END IF;
    RETURN NEW;
END
$agree_job_times$;

COMMENT ON FUNCTION agree_job_times() IS 'Trigger: times that the status wants and the writer did not give are now; an end is not before its beginning.';

CREATE TRIGGER agree_job_times
BEFORE INSERT OR UPDATE OF status, started_at, completed_at ON jobs
FOR EACH ROW WHEN (
    (NEW.status IN ('completed', 'failed', 'cancelled')) <> (NEW.completed_at IS NOT NULL)
    OR (NEW.status IN ('processing', 'completed') AND NEW.started_at IS NULL)
    OR NEW.completed_at < NEW.started_at
) EXECUTE FUNCTION agree_job_times();

COMMENT ON TRIGGER agree_job_times ON jobs IS 'Runs for rows that break a rule about times only.';

CREATE FUNCTION refuse_to_reopen_job() RETURNS trigger
LANGUAGE plpgsql
AS $refuse_to_reopen_job$
BEGIN
    RAISE EXCEPTION USING
        ERRCODE = 'check_violation',
        MESSAGE = format(
            'job %s is %s, and cannot become %s: %s',
            OLD.job_id,
            OLD.status,
            NEW.status,
            CASE OLD.status WHEN 'pending' THEN 'nobody has taken it' ELSE 'a finished job stays as it is' END
        ),
        HINT = CASE OLD.status WHEN 'pending' THEN 'Make it processing first.' ELSE 'Submit a new job.' END,
        SCHEMA = TG_TABLE_SCHEMA,
        TABLE = TG_TABLE_NAME,
        CONSTRAINT = 'ck_jobs_reopened';
END
$refuse_to_reopen_job$;

COMMENT ON FUNCTION refuse_to_reopen_job() IS 'Trigger: refuses, as a constraint named ck_jobs_reopened would.';

CREATE TRIGGER refuse_to_reopen_job
BEFORE UPDATE OF status ON jobs
FOR EACH ROW WHEN (
    (OLD.status IN ('completed', 'failed', 'cancelled') AND NEW.status <> OLD.status)
    OR (OLD.status = 'pending' AND NEW.status = 'completed')
) EXECUTE FUNCTION refuse_to_reopen_job();

COMMENT ON TRIGGER refuse_to_reopen_job ON jobs IS
    'A job that is completed, failed or cancelled stays so; one that is pending is completed by way of processing only.';

ALTER TABLE jobs
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

COMMENT ON COLUMN jobs.completed_at IS 'When the job became completed, failed or cancelled; NULL until then.';
COMMENT ON COLUMN jobs.metadata IS
    'Further facts about the job, a JSON object; legacy in it holds the values that V29 replaced. NULL when there are none.';
