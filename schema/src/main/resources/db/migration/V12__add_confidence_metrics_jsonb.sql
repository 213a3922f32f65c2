-- confidence_metrics is json: it cannot be compared, and nothing in it can be looked for. Changing its type would rewrite the table
-- under a lock that shuts everybody out. So a second column stands beside it, and each follows the other: code of the version before
-- writes the one, code of this version the other. The old one goes in a later release.

-- json takes texts that jsonb does not, such as "\u0000" or 1e400000. A writer that has always been allowed to write them must not
-- fail for it: what cannot be had as jsonb is kept as text, which is as much as anybody could do with it.
CREATE FUNCTION jsonb_or_text(value json) RETURNS jsonb
LANGUAGE plpgsql
IMMUTABLE
STRICT
AS $jsonb_or_text$
BEGIN
    RETURN value::jsonb;
EXCEPTION
    WHEN data_exception OR program_limit_exceeded THEN
        -- jsonb takes strings of 256 MiB; nobody reads as much as this. confidence_metrics still has all of it.
        RETURN jsonb_build_object('unreadable', left(value::text, 1000000));
END
$jsonb_or_text$;

COMMENT ON FUNCTION jsonb_or_text(json) IS
    'The same as jsonb; where jsonb does not take it, an object that holds its text as "unreadable", up to a million characters.';

ALTER TABLE jobs
    ADD COLUMN confidence_metrics_jsonb jsonb;

COMMENT ON COLUMN jobs.confidence_metrics_jsonb IS
    'Figures that confidence_score was made from, a JSON object; {"unreadable": text} where jsonb cannot hold it. NULL when not measured.';
COMMENT ON COLUMN jobs.confidence_metrics IS
    'The same as confidence_metrics_jsonb, as json, for code that does not know that yet; to go in a later release. NULL when not measured.';

-- json has no equality: two texts are compared as jsonb, and one that says the same already stays as it was written.
CREATE FUNCTION sync_confidence_metrics() RETURNS trigger
LANGUAGE plpgsql
AS $sync_confidence_metrics$
DECLARE
    is_written boolean := NEW.confidence_metrics_jsonb IS NOT NULL;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        is_written := NEW.confidence_metrics_jsonb IS DISTINCT FROM OLD.confidence_metrics_jsonb;
    END IF;
    IF NOT is_written THEN
        NEW.confidence_metrics_jsonb := jsonb_or_text(NEW.confidence_metrics);
    ELSIF jsonb_or_text(NEW.confidence_metrics) IS DISTINCT FROM NEW.confidence_metrics_jsonb THEN
        NEW.confidence_metrics := NEW.confidence_metrics_jsonb::json;
    END IF;
    RETURN NEW;
END
$sync_confidence_metrics$;

COMMENT ON FUNCTION sync_confidence_metrics() IS
    'Trigger: confidence_metrics follows confidence_metrics_jsonb where that was written, and the other way round where it was not.';

CREATE TRIGGER sync_confidence_metrics
BEFORE INSERT OR UPDATE OF confidence_metrics, confidence_metrics_jsonb ON jobs
FOR EACH ROW EXECUTE FUNCTION sync_confidence_metrics();

COMMENT ON TRIGGER sync_confidence_metrics ON jobs IS 'To go with confidence_metrics.';
