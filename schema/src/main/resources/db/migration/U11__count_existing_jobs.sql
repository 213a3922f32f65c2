-- Back to counts of what changed since V10. The rules of V7 are still kept; only that older rows keep them is no longer known.

ALTER TABLE jobs
    DROP CONSTRAINT ck_jobs_attempts,
    DROP CONSTRAINT ck_jobs_max_attempts,
    DROP CONSTRAINT ck_jobs_client_key,
    DROP CONSTRAINT ck_jobs_error_code,
    ADD CONSTRAINT ck_jobs_attempts CHECK (attempts >= 0) NOT VALID,
    ADD CONSTRAINT ck_jobs_max_attempts CHECK (max_attempts >= 1) NOT VALID,
    ADD CONSTRAINT ck_jobs_client_key CHECK (client_key <> '') NOT VALID,
    ADD CONSTRAINT ck_jobs_error_code CHECK (error_code ~ '^[a-z0-9_]+$') NOT VALID;

DELETE FROM job_status_changes
WHERE id < 1;
