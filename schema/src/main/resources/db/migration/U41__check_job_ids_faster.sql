-- Back to one regular expression.

-- Repeatable: the one is replaced by the same again
ALTER TABLE jobs
    DROP CONSTRAINT ck_jobs_job_id,
    ADD CONSTRAINT ck_jobs_job_id CHECK (job_id ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$') NOT VALID;

-- In a transaction of its own: the table is read while others go on reading and writing.
ALTER TABLE jobs VALIDATE CONSTRAINT ck_jobs_job_id;

COMMENT ON CONSTRAINT ck_jobs_job_id ON jobs IS 'A UUID, in lower case.';
