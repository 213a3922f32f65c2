-- From now on an API key that has jobs cannot be deleted: the foreign key of V36 takes the place, and the name, of the one that had them
-- forget it. Jobs are locked for a moment, and keys too.

ALTER TABLE jobs
    DROP CONSTRAINT fk_jobs_api_key_id;

ALTER TABLE jobs
    RENAME CONSTRAINT fk_jobs_api_key_id_restrict TO fk_jobs_api_key_id;

COMMENT ON COLUMN jobs.api_key_id IS
    'Key with which the job was submitted (api_keys.id), which cannot be deleted as long as the job is there; NULL when there was none, or when it was deleted while that was still possible.';
