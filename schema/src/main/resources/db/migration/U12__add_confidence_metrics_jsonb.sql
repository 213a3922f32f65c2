-- Back to json alone. Nothing is lost: confidence_metrics holds all that was written.

DROP TRIGGER sync_confidence_metrics ON jobs;

DROP FUNCTION sync_confidence_metrics();

ALTER TABLE jobs
    DROP COLUMN confidence_metrics_jsonb;

DROP FUNCTION jsonb_or_text(json);

COMMENT ON COLUMN jobs.confidence_metrics IS
    'Figures that confidence_score was made from, a JSON object kept as it was written (json, not jsonb); NULL when not measured.';
