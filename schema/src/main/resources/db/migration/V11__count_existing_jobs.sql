-- V10 counts what changes; here comes what was there before. One statement sees the jobs and the notes of one moment, so that jobs
-- which come and go meanwhile are counted once. It reads all jobs and holds up nobody. Their ids are below those of the notes, so
-- that they can be told apart.

INSERT INTO job_status_changes (id, status, change)
SELECT
    1 - row_number() OVER (ORDER BY status),
    status,
    sum(change)
FROM (
    SELECT status, count(*) AS change FROM jobs GROUP BY status
    UNION ALL
    SELECT status, -change FROM job_status_changes
) AS changes
GROUP BY status
HAVING sum(change) <> 0;

-- While the jobs are being read: the rules that V7 left to be validated.
ALTER TABLE jobs
    VALIDATE CONSTRAINT ck_jobs_attempts,
    VALIDATE CONSTRAINT ck_jobs_max_attempts,
    VALIDATE CONSTRAINT ck_jobs_client_key,
    VALIDATE CONSTRAINT ck_jobs_error_code;
