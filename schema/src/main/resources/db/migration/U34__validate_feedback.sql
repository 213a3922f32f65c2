-- Back to rules that hold for new rows only, and to the procedure of V32, word for word, for the next way up.

CREATE OR REPLACE FUNCTION note_repair(metadata jsonb, migration text, was jsonb, becomes jsonb)
RETURNS jsonb
LANGUAGE plpgsql
IMMUTABLE
AS $note_repair$
DECLARE
    noted jsonb := CASE WHEN metadata #>> '{legacy,by}' = migration THEN metadata -> 'legacy' END;
    changes jsonb;
BEGIN
    SELECT
        jsonb_object_agg(
            key,
            CASE
                WHEN noted #> ARRAY[key, 'is'] = old.value
                    THEN (noted -> key) || jsonb_build_object('is', new.value)
                ELSE jsonb_build_object('was', old.value, 'is', new.value)
                    || CASE WHEN noted ? key THEN jsonb_build_object('before', noted -> key) ELSE '{}' END
            END
        )
    INTO changes
    FROM jsonb_each(was) AS old
    JOIN jsonb_each(becomes) AS new USING (key)
    WHERE old.value <> new.value;

    IF changes IS NULL AND coalesce(jsonb_typeof(metadata), 'object') = 'object' THEN
        RETURN metadata;
    END IF;

    IF noted IS NULL THEN
        noted := jsonb_build_object('by', migration);
        IF jsonb_typeof(metadata) <> 'object' OR metadata = '{}' OR metadata ? 'legacy' THEN
            noted := noted || jsonb_build_object('metadata', metadata);
        END IF;
    END IF;
    RETURN CASE WHEN jsonb_typeof(metadata) = 'object' THEN metadata ELSE '{}' END
        || jsonb_build_object('legacy', noted || coalesce(changes, '{}'));
END
$note_repair$;

COMMENT ON FUNCTION note_repair(jsonb, text, jsonb, jsonb) IS
    'metadata of a row that a repair changes, with what its columns were and became; the same metadata if nothing changes.';

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

ALTER TABLE feedback
    DROP CONSTRAINT ck_feedback_status,
    DROP CONSTRAINT ck_feedback_feedback_type,
    DROP CONSTRAINT ck_feedback_texts,
    DROP CONSTRAINT ck_feedback_lexicon_id,
    DROP CONSTRAINT ck_feedback_confidence,
    DROP CONSTRAINT ck_feedback_accuracy_score,
    DROP CONSTRAINT ck_feedback_edit_distance,
    DROP CONSTRAINT ck_feedback_review_time_seconds,
    DROP CONSTRAINT ck_feedback_frequency,
    DROP CONSTRAINT ck_feedback_metadata,
    DROP CONSTRAINT ck_feedback_times,
    DROP CONSTRAINT ck_feedback_processed_at,
    DROP CONSTRAINT ck_feedback_reviewed_at,
    ADD CONSTRAINT ck_feedback_status CHECK (status IN ('pending', 'approved', 'rejected')) NOT VALID,
    ADD CONSTRAINT ck_feedback_feedback_type CHECK (feedback_type IN ('correction', 'validation', 'quality_issue')) NOT VALID,
    ADD CONSTRAINT ck_feedback_texts CHECK (
        status = 'rejected'
        OR (
            original_text <> corrected_text
            AND original_text ~ '\S'
            AND corrected_text ~ '\S'
        )
    ) NOT VALID,
    ADD CONSTRAINT ck_feedback_lexicon_id CHECK (lexicon_id ~ '^[A-Za-z0-9_-]{1,100}$') NOT VALID,
    ADD CONSTRAINT ck_feedback_confidence CHECK (confidence >= 0 AND confidence <= 1) NOT VALID,
    ADD CONSTRAINT ck_feedback_accuracy_score CHECK (accuracy_score >= 0 AND accuracy_score <= 1) NOT VALID,
    ADD CONSTRAINT ck_feedback_edit_distance CHECK (edit_distance >= 0) NOT VALID,
    ADD CONSTRAINT ck_feedback_review_time_seconds CHECK (review_time_seconds >= 0) NOT VALID,
    ADD CONSTRAINT ck_feedback_frequency CHECK (frequency >= 1) NOT VALID,
    ADD CONSTRAINT ck_feedback_metadata CHECK (jsonb_typeof(metadata) = 'object') NOT VALID,
    ADD CONSTRAINT ck_feedback_times CHECK (
        isfinite(created_at)
        AND isfinite(updated_at)
        AND isfinite(processed_at)
        AND isfinite(reviewed_at)
    ) NOT VALID,
    ADD CONSTRAINT ck_feedback_processed_at CHECK (is_processed = (processed_at IS NOT NULL)) NOT VALID,
    ADD CONSTRAINT ck_feedback_reviewed_at CHECK (status <> 'pending' OR reviewed_at IS NULL) NOT VALID;

COMMENT ON CONSTRAINT ck_feedback_status ON feedback IS 'The decisions that there are.';
COMMENT ON CONSTRAINT ck_feedback_feedback_type ON feedback IS 'The types that there are; not stated is NULL.';
COMMENT ON CONSTRAINT ck_feedback_texts ON feedback IS 'What may reach a lexicon says something, and changes something.';
COMMENT ON CONSTRAINT ck_feedback_lexicon_id ON feedback IS 'What can be the name of a lexicon: 1 to 100 letters of ASCII, digits, _ and -.';
COMMENT ON CONSTRAINT ck_feedback_confidence ON feedback IS 'From 0 to 1, and so not NaN; not stated is NULL.';
COMMENT ON CONSTRAINT ck_feedback_accuracy_score ON feedback IS 'From 0 to 1, and so not NaN; not measured is NULL.';
COMMENT ON CONSTRAINT ck_feedback_edit_distance ON feedback IS 'A count of edits; not measured is NULL.';
COMMENT ON CONSTRAINT ck_feedback_review_time_seconds ON feedback IS 'Seconds, from 0 upwards; not measured is NULL.';
COMMENT ON CONSTRAINT ck_feedback_frequency ON feedback IS 'What is there came in once at least.';
COMMENT ON CONSTRAINT ck_feedback_metadata ON feedback IS 'Metadata is an object; none is NULL.';
COMMENT ON CONSTRAINT ck_feedback_times ON feedback IS 'Times are of the calendar.';
COMMENT ON CONSTRAINT ck_feedback_processed_at ON feedback IS 'What is processed was so at a time, and nothing else was.';
COMMENT ON CONSTRAINT ck_feedback_reviewed_at ON feedback IS 'What is pending was not reviewed.';
