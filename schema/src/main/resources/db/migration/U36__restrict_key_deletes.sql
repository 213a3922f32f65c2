-- Back to one foreign key, which has a job forget its API key.

ALTER TABLE jobs
    DROP CONSTRAINT fk_jobs_api_key_id_restrict;
