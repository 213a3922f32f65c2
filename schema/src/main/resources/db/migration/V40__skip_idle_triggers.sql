-- Each write of a job called two functions, and most had nothing for them to do: few writes are about confidence metrics, and the
-- service says itself when it changed a row. A condition costs a tenth of a call. What they see to is what it was.

DROP TRIGGER sync_confidence_metrics ON jobs;

-- One for each event: an insert has no old row to compare with.
CREATE TRIGGER sync_inserted_confidence_metrics
BEFORE INSERT ON jobs
FOR EACH ROW WHEN (NEW.confidence_metrics IS NOT NULL OR NEW.confidence_metrics_jsonb IS NOT NULL)
EXECUTE FUNCTION sync_confidence_metrics();

-- By its text, for json has no equality.
CREATE TRIGGER sync_updated_confidence_metrics
BEFORE UPDATE OF confidence_metrics, confidence_metrics_jsonb ON jobs
FOR EACH ROW WHEN (
    NEW.confidence_metrics::text IS DISTINCT FROM OLD.confidence_metrics::text
    OR NEW.confidence_metrics_jsonb IS DISTINCT FROM OLD.confidence_metrics_jsonb
) EXECUTE FUNCTION sync_confidence_metrics();

COMMENT ON TRIGGER sync_inserted_confidence_metrics ON jobs IS 'To go with confidence_metrics.';
COMMENT ON TRIGGER sync_updated_confidence_metrics ON jobs IS 'To go with confidence_metrics.';

DROP TRIGGER set_updated_at ON jobs;

CREATE TRIGGER set_updated_at BEFORE UPDATE ON jobs
FOR EACH ROW WHEN (NEW.updated_at IS DISTINCT FROM CURRENT_TIMESTAMP) EXECUTE FUNCTION set_updated_at();

COMMENT ON TRIGGER set_updated_at ON jobs IS 'Every change counts; one that says so itself needs no call.';
