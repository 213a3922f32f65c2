-- The rules for feedback, for every row that is written from now on; V34 has the server check all rows. No writer is hurt: of the old
-- service, nothing that writes feedback has run since long before it is replaced.

ALTER TABLE feedback
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

COMMENT ON COLUMN feedback.metadata IS
    'Further facts about the feedback, a JSON object; legacy in it holds the values that V32 replaced. NULL when there are none.';
