-- Back to a foreign key that has a job forget its API key.

-- Repeatable: where it is there already, nothing is left to do
DO $forgetting$
BEGIN
    IF NOT EXISTS (
        SELECT
        FROM pg_constraint
        WHERE conrelid = 'jobs'::regclass
            AND conname = 'fk_jobs_api_key_id'
            AND confdeltype = 'n'
    ) THEN
        ALTER TABLE jobs
            DROP CONSTRAINT fk_jobs_api_key_id,
            ADD CONSTRAINT fk_jobs_api_key_id FOREIGN KEY (api_key_id) REFERENCES api_keys (id) ON DELETE SET NULL NOT VALID;
    END IF;
END
$forgetting$;

-- In a transaction of its own: the table is read while others go on reading and writing.
ALTER TABLE jobs VALIDATE CONSTRAINT fk_jobs_api_key_id;

COMMENT ON COLUMN jobs.api_key_id IS
    'Key with which the job was submitted (api_keys.id); NULL when there was none, or when that key''s row was deleted.';
