-- Back to feedback that nobody decides on. All decisions are lost with their columns, and so are the names in created_by: they are
-- not moved to reviewer, where another name may stand.

DROP INDEX ix_feedback_created_by;
DROP INDEX ix_feedback_lexicon_id;
DROP INDEX ix_feedback_status;

ALTER TABLE feedback
    DROP COLUMN created_by,
    DROP COLUMN frequency,
    DROP COLUMN confidence,
    DROP COLUMN lexicon_id,
    DROP COLUMN status;

COMMENT ON COLUMN feedback.reviewer IS 'Who gave the feedback, as the caller named them; NULL when not stated.';
