-- V12 keeps the two columns equal from the first write on; here the rows that nobody has written since get theirs. A thousand ids at
-- a time, each batch committed: nobody waits long for a row, and a run that is stopped begins again where there is something left.

-- Repeatable: rows that have their copy are not met again
DO $copy_confidence_metrics$
DECLARE
    batch_size CONSTANT bigint := 1000;
    batch_begin bigint;
    batch_end bigint;
BEGIN
    SELECT min(id) INTO batch_begin FROM jobs;
    WHILE batch_begin IS NOT NULL LOOP
        batch_end := batch_begin + batch_size;
        UPDATE jobs
        SET confidence_metrics_jsonb = jsonb_or_text(confidence_metrics)
        WHERE id >= batch_begin
            AND id < batch_end
            AND confidence_metrics IS NOT NULL
            AND confidence_metrics_jsonb IS NULL;
        COMMIT;
        SELECT min(id) INTO batch_begin FROM jobs WHERE id >= batch_end;
    END LOOP;
END
$copy_confidence_metrics$;
