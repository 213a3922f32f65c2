-- Back to one foreign key, which takes the feedback along with its job.

ALTER TABLE feedback
    DROP CONSTRAINT fk_feedback_job_id_restrict;
