-- The foreign keys of V36 and V37 for all rows. The server reads both tables once, while others go on reading and writing. No row can break
-- them: those before said the same of what is referred to.

ALTER TABLE jobs VALIDATE CONSTRAINT fk_jobs_api_key_id;

ALTER TABLE feedback VALIDATE CONSTRAINT fk_feedback_job_id;
