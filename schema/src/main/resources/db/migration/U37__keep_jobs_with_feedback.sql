-- Back to a foreign key that takes the feedback along with its job.

-- Repeatable: where it is there already, nothing is left to do
DO $cascading$
BEGIN
    IF NOT EXISTS (
        SELECT
        FROM pg_constraint
        WHERE conrelid = 'feedback'::regclass
            AND conname = 'fk_feedback_job_id'
            AND confdeltype = 'c'
    ) THEN
        ALTER TABLE feedback
            DROP CONSTRAINT fk_feedback_job_id,
            ADD CONSTRAINT fk_feedback_job_id FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE NOT VALID;
    END IF;
END
$cascading$;

-- In a transaction of its own: the table is read while others go on reading and writing.
ALTER TABLE feedback VALIDATE CONSTRAINT fk_feedback_job_id;

COMMENT ON COLUMN feedback.job_id IS
    'Internal id of the job (jobs.id, an integer), not its public UUID (jobs.job_id); the row is deleted along with that job.';
