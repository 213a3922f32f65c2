-- Back to feedback that may be written as anybody likes.

ALTER TABLE feedback
    DROP CONSTRAINT ck_feedback_reviewed_at,
    DROP CONSTRAINT ck_feedback_processed_at,
    DROP CONSTRAINT ck_feedback_times,
    DROP CONSTRAINT ck_feedback_metadata,
    DROP CONSTRAINT ck_feedback_frequency,
    DROP CONSTRAINT ck_feedback_review_time_seconds,
    DROP CONSTRAINT ck_feedback_edit_distance,
    DROP CONSTRAINT ck_feedback_accuracy_score,
    DROP CONSTRAINT ck_feedback_confidence,
    DROP CONSTRAINT ck_feedback_lexicon_id,
    DROP CONSTRAINT ck_feedback_texts,
    DROP CONSTRAINT ck_feedback_feedback_type,
    DROP CONSTRAINT ck_feedback_status;

COMMENT ON COLUMN feedback.metadata IS 'Further facts about the feedback, a JSON object; NULL when there are none.';
