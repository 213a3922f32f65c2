-- Clients want to know which transcripts to read again, so a job keeps how trustworthy its text is and how much of it was mended.
-- Jobs that are already there stay NULL: nobody measured them, and 0 would be a statement.

-- confidence_metrics is json, where jsonb would serve better, because that is what the databases to be adopted have.
ALTER TABLE jobs
    ADD COLUMN confidence_score double precision,
    ADD COLUMN correction_count integer,
    ADD COLUMN fuzzy_match_count integer,
    ADD COLUMN confidence_metrics json;

COMMENT ON COLUMN jobs.confidence_score IS
    'How trustworthy the text of the job is, from 0 (not at all) to 1 (fully); NULL when not measured.';
COMMENT ON COLUMN jobs.correction_count IS 'How many places of the text post-processing corrected, from 0 upwards; NULL when not counted.';
COMMENT ON COLUMN jobs.fuzzy_match_count IS
    'How many times post-processing took a similar word for a term of the lexicon, from 0 upwards; NULL when not counted.';
COMMENT ON COLUMN jobs.confidence_metrics IS
    'Figures that confidence_score was made from, a JSON object kept as it was written (json, not jsonb); NULL when not measured.';
