-- Back to both foreign keys, as V38 left them; that of V36 may still refuse, until U36.

-- Repeatable: where the old one is there again, nothing is left to do
DO $both$
BEGIN
    IF NOT EXISTS (
        SELECT FROM pg_constraint WHERE conrelid = 'jobs'::regclass AND conname = 'fk_jobs_api_key_id_restrict'
    ) THEN
        ALTER TABLE jobs RENAME CONSTRAINT fk_jobs_api_key_id TO fk_jobs_api_key_id_restrict;
        ALTER TABLE jobs
            ADD CONSTRAINT fk_jobs_api_key_id FOREIGN KEY (api_key_id) REFERENCES api_keys (id) ON DELETE SET NULL NOT VALID;
    END IF;
END
$both$;

-- In a transaction of its own: the table is read while others go on reading and writing.
ALTER TABLE jobs VALIDATE CONSTRAINT fk_jobs_api_key_id;

COMMENT ON COLUMN jobs.api_key_id IS
    'Key with which the job was submitted (api_keys.id); NULL when there was none, or when that key''s row was deleted.';
