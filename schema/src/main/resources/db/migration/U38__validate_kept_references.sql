-- Back to foreign keys that were checked for new rows only.

ALTER TABLE jobs
    DROP CONSTRAINT fk_jobs_api_key_id,
    ADD CONSTRAINT fk_jobs_api_key_id FOREIGN KEY (api_key_id) REFERENCES api_keys (id) ON DELETE RESTRICT NOT VALID;

ALTER TABLE feedback
    DROP CONSTRAINT fk_feedback_job_id,
    ADD CONSTRAINT fk_feedback_job_id FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE RESTRICT NOT VALID;
