-- The rules of V30 for all rows. Some may have been written between the repair of V29 and those rules: they are repaired first, in
-- batches as before. Then the server reads the table once, while others go on reading and writing.

-- Repeatable: rows that were repaired are passed over, and without the procedure there are none left
DO $repair$
BEGIN
    IF to_regprocedure('repair_jobs()') IS NOT NULL THEN
        CALL repair_jobs();
    END IF;
END
$repair$;

ALTER TABLE jobs
    VALIDATE CONSTRAINT ck_jobs_job_id,
    VALIDATE CONSTRAINT ck_jobs_status,
    VALIDATE CONSTRAINT ck_jobs_lexicon_id,
    VALIDATE CONSTRAINT ck_jobs_audio_duration,
    VALIDATE CONSTRAINT ck_jobs_audio_size_bytes,
    VALIDATE CONSTRAINT ck_jobs_processing_time_seconds,
    VALIDATE CONSTRAINT ck_jobs_confidence_score,
    VALIDATE CONSTRAINT ck_jobs_correction_count,
    VALIDATE CONSTRAINT ck_jobs_fuzzy_match_count,
    VALIDATE CONSTRAINT ck_jobs_metadata,
    VALIDATE CONSTRAINT ck_jobs_times,
    VALIDATE CONSTRAINT ck_jobs_started_at,
    VALIDATE CONSTRAINT ck_jobs_completed_at,
    VALIDATE CONSTRAINT ck_jobs_completed_after_start,
    VALIDATE CONSTRAINT ck_jobs_lease;

DROP PROCEDURE IF EXISTS repair_jobs();
DROP VIEW IF EXISTS repaired_jobs;
