-- Back to both foreign keys, as V38 left them; that of V37 may still refuse, until U37.

-- Repeatable: where the old one is there again, nothing is left to do
DO $both$
BEGIN
    IF NOT EXISTS (
        SELECT FROM pg_constraint WHERE conrelid = 'feedback'::regclass AND conname = 'fk_feedback_job_id_restrict'
    ) THEN
        ALTER TABLE feedback RENAME CONSTRAINT fk_feedback_job_id TO fk_feedback_job_id_restrict;
        ALTER TABLE feedback
            ADD CONSTRAINT fk_feedback_job_id FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE NOT VALID;
    END IF;
END
$both$;

-- In a transaction of its own: the table is read while others go on reading and writing.
ALTER TABLE feedback VALIDATE CONSTRAINT fk_feedback_job_id;

COMMENT ON COLUMN feedback.job_id IS
    'Internal id of the job (jobs.id, an integer), not its public UUID (jobs.job_id); the row is deleted along with that job.';
