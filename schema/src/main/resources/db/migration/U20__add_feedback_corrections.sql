-- Back to reviews without a time, and to corrections that are not found again. Times of reviews are lost with their column. Digests can
-- be computed again. What was counted in frequency, and the names in reviewer, stay.

ALTER TABLE feedback
    DROP COLUMN correction_digest,
    DROP COLUMN reviewed_at;

DROP FUNCTION correction_digest(text, text);

COMMENT ON COLUMN feedback.frequency IS 'How many times this same correction came in, from 1 upwards.';
COMMENT ON COLUMN feedback.created_by IS
    'Who gave the feedback, as the caller named them; NULL when not stated, and in older rows, which name them in reviewer.';
COMMENT ON COLUMN feedback.reviewer IS
    'Who gave the feedback, in rows older than created_by, as the caller named them; NULL when not stated.';
