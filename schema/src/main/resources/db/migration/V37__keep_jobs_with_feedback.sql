-- When a job was deleted, the feedback about it went along, what people had reviewed included. From now on a job that has feedback cannot
-- be deleted. As V36, and a version apart from it, so that no transaction waits for three tables. Feedback and jobs are locked for a moment.

COMMENT ON COLUMN feedback.job_id IS
    'Internal id of the job (jobs.id, an integer), not its public UUID (jobs.job_id); that job cannot be deleted as long as the row is there.';

-- Last: its locks keep others waiting until the end.
ALTER TABLE feedback
    DROP CONSTRAINT fk_feedback_job_id,
    ADD CONSTRAINT fk_feedback_job_id FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE RESTRICT NOT VALID;
