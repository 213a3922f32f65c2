-- Post-processing must not overwrite what the model said: kept apart, the model's text can be compared with what became of it, and
-- a better lexicon can be applied to it again. Jobs that are already there stay NULL: their readers fall back to the model's text.

ALTER TABLE jobs
    ADD COLUMN processed_text text;

COMMENT ON COLUMN jobs.processed_text IS
    'Text after post-processing, as clients get it; NULL until the job is completed, and in older jobs, where they get transcription_text.';
COMMENT ON COLUMN jobs.transcription_text IS 'Text of the recording as the model returned it, before post-processing; NULL until it did.';
