-- The rules of V33 for all rows. Some may have been written between the repair of V32 and those rules: they are repaired first, in
-- batches as before. Then the server reads the table once, while others go on reading and writing.

-- Repeatable: rows that were repaired are passed over, and without the procedure there are none left
DO $repair$
BEGIN
    IF to_regprocedure('repair_feedback()') IS NOT NULL THEN
        CALL repair_feedback();
    END IF;
END
$repair$;

ALTER TABLE feedback
    VALIDATE CONSTRAINT ck_feedback_status,
    VALIDATE CONSTRAINT ck_feedback_feedback_type,
    VALIDATE CONSTRAINT ck_feedback_texts,
    VALIDATE CONSTRAINT ck_feedback_lexicon_id,
    VALIDATE CONSTRAINT ck_feedback_confidence,
    VALIDATE CONSTRAINT ck_feedback_accuracy_score,
    VALIDATE CONSTRAINT ck_feedback_edit_distance,
    VALIDATE CONSTRAINT ck_feedback_review_time_seconds,
    VALIDATE CONSTRAINT ck_feedback_frequency,
    VALIDATE CONSTRAINT ck_feedback_metadata,
    VALIDATE CONSTRAINT ck_feedback_times,
    VALIDATE CONSTRAINT ck_feedback_processed_at,
    VALIDATE CONSTRAINT ck_feedback_reviewed_at;

DROP PROCEDURE IF EXISTS repair_feedback();
DROP VIEW IF EXISTS repaired_feedback;
DROP FUNCTION IF EXISTS note_repair(jsonb, text, jsonb, jsonb);
