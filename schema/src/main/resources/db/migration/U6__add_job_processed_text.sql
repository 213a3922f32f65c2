-- Back to one text for a job, the model's own. What post-processing made of it is lost with the column; it can be made again.

ALTER TABLE jobs
    DROP COLUMN processed_text;

COMMENT ON COLUMN jobs.transcription_text IS 'Text of the recording as the model returned it; NULL until it did.';
