-- Two admins could both approve one piece of feedback, and nothing said who did, or when. And the same correction, sent ten times, was ten
-- rows, though frequency was meant to count them. Now a review has its time, and a correction has a digest by which it is found again.

-- One definition for every writer, and for the script that fills older rows. A zero byte stands between the texts: no text holds one, so
-- that no two pairs of texts read alike. Not IMMUTABLE, because convert_to is not; nothing indexes it.
CREATE FUNCTION correction_digest(original text, corrected text)
RETURNS bytea
LANGUAGE sql
STABLE
STRICT
PARALLEL SAFE
AS $correction_digest$
    SELECT sha256(convert_to(original, 'UTF8') || '\x00'::bytea || convert_to(corrected, 'UTF8'))
$correction_digest$;

-- Both stay NULL in the rows that are there, and in those that an older release goes on writing: no row is written here.
ALTER TABLE feedback
    ADD COLUMN reviewed_at timestamptz,
    ADD COLUMN correction_digest bytea;

COMMENT ON FUNCTION correction_digest(text, text) IS
    'SHA-256 of two texts in UTF-8 with a zero byte between them: what feedback.correction_digest holds.';
COMMENT ON COLUMN feedback.reviewed_at IS
    'When somebody approved or rejected the feedback; NULL while it is pending, and in rows that an older release decided on.';
COMMENT ON COLUMN feedback.correction_digest IS
    'correction_digest(original_text, corrected_text), by which the same correction of a job is found and counted in frequency; NULL in '
    'rows of older releases that repeat an earlier one, or that were written after the digests were filled in.';
COMMENT ON COLUMN feedback.reviewer IS
    'Who approved or rejected, as the caller named them; in rows without reviewed_at who gave the feedback, unless created_by says so; NULL '
    'when not stated.';
COMMENT ON COLUMN feedback.created_by IS
    'Who gave the feedback, as the caller named them; NULL when not stated, and in older rows, which name them in reviewer until reviewed.';
COMMENT ON COLUMN feedback.frequency IS
    'How many times this same correction came in, from 1 upwards; rows of older releases that repeat an earlier one each count their own.';
