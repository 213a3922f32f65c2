-- The database is about to get rules for feedback. Its writers came and went with their own words for status and type, and nobody checked
-- a number. Here the rows that break the rules are reported and repaired; V33 brings the rules, V34 checks all rows. Values that a repair
-- replaces stay in metadata under 'legacy', as V23 says.
--
-- A status that nobody knows makes the feedback pending: somebody has to look at it before it reaches a lexicon. Feedback that corrects
-- nothing, or is blank, is rejected. What was measured out of range was not measured (NULL); 95 may have meant 0.95, or not.

-- Each row as it should be.
CREATE OR REPLACE VIEW repaired_feedback AS
SELECT
    id,
    repaired.*,
    CASE
        WHEN coalesce(jsonb_typeof(metadata), 'object') = 'object'
            AND (
                feedback.status,
                feedback.feedback_type,
                feedback.lexicon_id,
                feedback.confidence,
                feedback.accuracy_score,
                feedback.edit_distance,
                feedback.review_time_seconds,
                feedback.frequency,
                feedback.created_at,
                feedback.updated_at,
                feedback.processed_at,
                feedback.reviewed_at
            ) IS NOT DISTINCT FROM (
                repaired.status,
                repaired.feedback_type,
                repaired.lexicon_id,
                repaired.confidence,
                repaired.accuracy_score,
                repaired.edit_distance,
                repaired.review_time_seconds,
                repaired.frequency,
                repaired.created_at,
                repaired.updated_at,
                repaired.processed_at,
                repaired.reviewed_at
            )
            THEN metadata
        ELSE note_repair(metadata, 'V32', note.was, note.becomes)
    END AS metadata
FROM feedback
CROSS JOIN LATERAL (
    SELECT
        translate(lower(btrim(status, E' \t\r\n')), '_ ', '--') AS status,
        translate(lower(btrim(feedback_type, E' \t\r\n')), '- ', '__') AS feedback_type,
        btrim(lexicon_id, E' \t\r\n') AS lexicon_id,
        (CASE WHEN isfinite(created_at) THEN created_at WHEN isfinite(updated_at) THEN updated_at ELSE 'epoch' END) AS created_at
    OFFSET 0
) AS told
CROSS JOIN LATERAL (
    SELECT
        (CASE WHEN isfinite(updated_at) THEN updated_at ELSE told.created_at END) AS updated_at
) AS dated
CROSS JOIN LATERAL (
    SELECT
        (CASE
            WHEN original_text = corrected_text OR original_text !~ '\S' OR corrected_text !~ '\S' THEN 'rejected'
            WHEN told.status IN ('approved', 'accepted', 'auto-approved') THEN 'approved'
            WHEN told.status IN ('rejected', 'declined') THEN 'rejected'
            ELSE 'pending'
        END)::varchar(50) AS status
) AS decided
CROSS JOIN LATERAL (
    SELECT
        decided.status,
        (CASE WHEN told.feedback_type IN ('correction', 'validation', 'quality_issue') THEN told.feedback_type END)::varchar(50)
            AS feedback_type,
        (CASE
            WHEN told.lexicon_id = '' THEN NULL
            WHEN told.lexicon_id ~ '^[A-Za-z0-9_-]{1,100}$' THEN told.lexicon_id
            WHEN told.lexicon_id IS NOT NULL THEN concat_ws(
                '-',
                nullif(left(btrim(regexp_replace(told.lexicon_id, '[^A-Za-z0-9_-]+', '-', 'g'), '-'), 91), ''),
                left(md5(told.lexicon_id), 8)
            )
        END)::varchar(100) AS lexicon_id,
        (CASE WHEN confidence BETWEEN 0 AND 1 THEN confidence END) AS confidence,
        (CASE WHEN accuracy_score BETWEEN 0 AND 1 THEN accuracy_score END) AS accuracy_score,
        (CASE WHEN edit_distance >= 0 THEN edit_distance END) AS edit_distance,
        (CASE WHEN review_time_seconds >= 0 THEN review_time_seconds END) AS review_time_seconds,
        greatest(frequency, 1) AS frequency,
        told.created_at,
        dated.updated_at,
        (CASE WHEN is_processed THEN CASE WHEN isfinite(processed_at) THEN processed_at ELSE dated.updated_at END END) AS processed_at,
        (CASE WHEN decided.status <> 'pending' AND isfinite(reviewed_at) THEN reviewed_at END) AS reviewed_at
) AS repaired
CROSS JOIN LATERAL (
    SELECT
        jsonb_build_object(
            'status', feedback.status,
            'feedback_type', feedback.feedback_type,
            'lexicon_id', feedback.lexicon_id,
            'confidence', feedback.confidence,
            'accuracy_score', feedback.accuracy_score,
            'edit_distance', feedback.edit_distance,
            'review_time_seconds', feedback.review_time_seconds,
            'frequency', feedback.frequency,
            'created_at', feedback.created_at,
            'updated_at', feedback.updated_at,
            'processed_at', feedback.processed_at,
            'reviewed_at', feedback.reviewed_at
        ) AS was,
        jsonb_build_object(
            'status', repaired.status,
            'feedback_type', repaired.feedback_type,
            'lexicon_id', repaired.lexicon_id,
            'confidence', repaired.confidence,
            'accuracy_score', repaired.accuracy_score,
            'edit_distance', repaired.edit_distance,
            'review_time_seconds', repaired.review_time_seconds,
            'frequency', repaired.frequency,
            'created_at', repaired.created_at,
            'updated_at', repaired.updated_at,
            'processed_at', repaired.processed_at,
            'reviewed_at', repaired.reviewed_at
        ) AS becomes
) AS note;

COMMENT ON VIEW repaired_feedback IS 'Rows of feedback as the rules of V33 want them.';

-- A thousand rows at a time, each batch committed, so that nobody waits for long. It can be stopped anywhere and called again: what
-- is as it should be is passed over. V34 calls it for the rows that come in between this migration and the rules, and drops it.
CREATE OR REPLACE PROCEDURE repair_feedback()
LANGUAGE plpgsql
AS $repair_feedback$
DECLARE
    batch_size CONSTANT integer := 1000;
    batch_begin integer;
    batch_end integer;
    ids integer[];
BEGIN
    SELECT min(id) INTO batch_begin FROM feedback;

    WHILE batch_begin IS NOT NULL LOOP
        SELECT id INTO batch_end FROM feedback WHERE id > batch_begin ORDER BY id OFFSET batch_size - 1 LIMIT 1;

        -- Times are noted in UTC and numbers in full, whoever migrates.
        PERFORM
            set_config('timezone', 'UTC', true),
            set_config('extra_float_digits', '1', true);

        ids := ARRAY(
            SELECT id
            FROM feedback
            JOIN repaired_feedback AS repaired USING (id)
            WHERE id >= batch_begin
                AND (batch_end IS NULL OR id < batch_end)
                AND repaired.metadata IS DISTINCT FROM feedback.metadata
        );
        -- Locked first, so that what somebody else has written meanwhile is seen, and not overwritten.
        PERFORM FROM feedback WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;

        UPDATE feedback
        SET
            status = repaired.status,
            feedback_type = repaired.feedback_type,
            lexicon_id = repaired.lexicon_id,
            confidence = repaired.confidence,
            accuracy_score = repaired.accuracy_score,
            edit_distance = repaired.edit_distance,
            review_time_seconds = repaired.review_time_seconds,
            frequency = repaired.frequency,
            created_at = repaired.created_at,
            updated_at = repaired.updated_at,
            processed_at = repaired.processed_at,
            reviewed_at = repaired.reviewed_at,
            metadata = repaired.metadata
        FROM repaired_feedback AS repaired
        WHERE feedback.id = ANY (ids)
            AND repaired.id = feedback.id
            AND repaired.metadata IS DISTINCT FROM feedback.metadata;

        COMMIT;
        batch_begin := batch_end;
    END LOOP;
END
$repair_feedback$;

COMMENT ON PROCEDURE repair_feedback() IS 'Makes rows of feedback what the rules of V33 want, and notes what they were in metadata.';

-- The report, before anything changes: how many rows, and some of them, for each column.
-- Repeatable: it only reads
DO $report$
DECLARE
    finding record;
BEGIN
    FOR finding IN
        SELECT
            noted.key AS column_name,
            count(*) AS row_count,
            (array_agg(id ORDER BY id))[:10] AS ids
        FROM feedback
        JOIN repaired_feedback AS repaired USING (id)
        CROSS JOIN LATERAL jsonb_object_keys(repaired.metadata -> 'legacy') AS noted (key)
        WHERE repaired.metadata IS DISTINCT FROM feedback.metadata
            AND noted.key <> 'by'
        GROUP BY noted.key
        ORDER BY noted.key COLLATE "C"
    LOOP
        RAISE WARNING 'feedback.%: % row(s) to repair; id % …',
            finding.column_name, finding.row_count, array_to_string(finding.ids, ', ');
    END LOOP;
END
$report$;

-- Repeatable: rows that were repaired are passed over
CALL repair_feedback();
