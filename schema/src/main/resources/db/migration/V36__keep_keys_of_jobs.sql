-- When an API key was deleted, its jobs forgot whose they were, and nobody could get at their texts any more. From now on a key that has
-- jobs cannot be deleted but only deactivated. One foreign key takes the place of the other in one statement: with both there, which of
-- them acts first would be a matter of their internal numbers. NOT VALID, so that no table is read meanwhile; V38 does that. Jobs and keys
-- are locked for a moment.

COMMENT ON COLUMN jobs.api_key_id IS
    'Key with which the job was submitted (api_keys.id), which cannot be deleted as long as the job is there; NULL when there was none, or when it was deleted while that was still possible.';

-- Last: its locks keep others waiting until the end.
ALTER TABLE jobs
    DROP CONSTRAINT fk_jobs_api_key_id,
    ADD CONSTRAINT fk_jobs_api_key_id FOREIGN KEY (api_key_id) REFERENCES api_keys (id) ON DELETE RESTRICT NOT VALID;
