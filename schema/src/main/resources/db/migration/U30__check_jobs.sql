-- Back to jobs that may be written as anybody likes, begin again when they are finished, and are completed unseen.

ALTER TABLE jobs
    DROP CONSTRAINT ck_jobs_lease,
    DROP CONSTRAINT ck_jobs_completed_after_start,
    DROP CONSTRAINT ck_jobs_completed_at,
    DROP CONSTRAINT ck_jobs_started_at,
    DROP CONSTRAINT ck_jobs_times,
    DROP CONSTRAINT ck_jobs_metadata,
    DROP CONSTRAINT ck_jobs_fuzzy_match_count,
    DROP CONSTRAINT ck_jobs_correction_count,
    DROP CONSTRAINT ck_jobs_confidence_score,
    DROP CONSTRAINT ck_jobs_processing_time_seconds,
    DROP CONSTRAINT ck_jobs_audio_size_bytes,
    DROP CONSTRAINT ck_jobs_audio_duration,
    DROP CONSTRAINT ck_jobs_lexicon_id,
    DROP CONSTRAINT ck_jobs_status,
    DROP CONSTRAINT ck_jobs_job_id;

DROP TRIGGER refuse_to_reopen_job ON jobs;

DROP TRIGGER agree_job_times ON jobs;

DROP FUNCTION refuse_to_reopen_job();

DROP FUNCTION agree_job_times();

COMMENT ON COLUMN jobs.completed_at IS
    'When the job became completed, failed or cancelled; NULL until then, and in jobs of the old service that failed before they were queued.';

COMMENT ON COLUMN jobs.metadata IS 'Further facts about the job, a JSON object; NULL when there are none.';
