-- Back to triggers that call their functions for every row.

DROP TRIGGER set_updated_at ON jobs;

CREATE TRIGGER set_updated_at BEFORE UPDATE ON jobs
FOR EACH ROW EXECUTE FUNCTION set_updated_at();

COMMENT ON TRIGGER set_updated_at ON jobs IS 'Every change counts.';

DROP TRIGGER sync_updated_confidence_metrics ON jobs;
DROP TRIGGER sync_inserted_confidence_metrics ON jobs;

CREATE TRIGGER sync_confidence_metrics
BEFORE INSERT OR UPDATE OF confidence_metrics, confidence_metrics_jsonb ON jobs
FOR EACH ROW EXECUTE FUNCTION sync_confidence_metrics();

COMMENT ON TRIGGER sync_confidence_metrics ON jobs IS 'To go with confidence_metrics.';
