-- When a job was deleted, the feedback about it went along, what people had reviewed included. A job that has feedback shall not be deleted.
-- A version apart from V36, so that no transaction waits for three tables.

ALTER TABLE feedback
    ADD CONSTRAINT fk_feedback_job_id_restrict FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE RESTRICT NOT VALID;
