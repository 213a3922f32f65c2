-- Back to jobs that say nothing of how far to trust them. What was measured is lost with the columns.

ALTER TABLE jobs
    DROP COLUMN confidence_metrics,
    DROP COLUMN fuzzy_match_count,
    DROP COLUMN correction_count,
    DROP COLUMN confidence_score;
