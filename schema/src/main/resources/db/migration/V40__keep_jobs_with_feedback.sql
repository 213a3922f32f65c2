-- From now on a job that has feedback cannot be deleted: the foreign key of V37 takes the place, and the name, of the one that took the
-- feedback along. Feedback is locked for a moment, and jobs too.

ALTER TABLE feedback
    DROP CONSTRAINT fk_feedback_job_id;

ALTER TABLE feedback
    RENAME CONSTRAINT fk_feedback_job_id_restrict TO fk_feedback_job_id;

COMMENT ON COLUMN feedback.job_id IS
    'Internal id of the job (jobs.id, an integer), not its public UUID (jobs.job_id); that job cannot be deleted as long as the row is there.';
