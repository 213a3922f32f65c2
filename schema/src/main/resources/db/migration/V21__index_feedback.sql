-- A page of a list costs the same wherever it is only if an index has the list's order, with the id behind it that tells rows of one
-- instant apart. And a review queue, or a worker that turns approved corrections into terms, must not read what was decided long ago.
--
-- What the other filters ask for is either rare, and then an index of revision 001 finds the few rows, which are sorted; or frequent, and
-- then the list's own order is walked past the few that do not fit.

-- The same correction of one job is one row. Rows without a digest are those of older releases, and count by themselves.
CREATE UNIQUE INDEX CONCURRENTLY uq_feedback_job_id_correction_digest
    ON feedback (job_id, correction_digest)
    WHERE correction_digest IS NOT NULL;

CREATE INDEX CONCURRENTLY ix_feedback_created_at_id ON feedback (created_at, id);

-- The review queue. With what the statistics count in it, they are read from the index and no text is.
CREATE INDEX CONCURRENTLY ix_feedback_status_created_at_id
    ON feedback (status, created_at, id)
    INCLUDE (feedback_type, is_processed, accuracy_score);

CREATE INDEX CONCURRENTLY ix_feedback_status_lexicon_id_created_at_id ON feedback (status, lexicon_id, created_at, id);

CREATE INDEX CONCURRENTLY ix_feedback_lexicon_id_created_at_id
    ON feedback (lexicon_id, created_at, id)
    WHERE lexicon_id IS NOT NULL;

-- Few people review much, so that each has many rows; authors are many and have few, which ix_feedback_created_by finds.
CREATE INDEX CONCURRENTLY ix_feedback_reviewer_created_at_id
    ON feedback (reviewer, created_at, id)
    WHERE reviewer IS NOT NULL;

-- Both hold the rows without a value too: a list that is sorted by it ends with them, whichever way it goes.
CREATE INDEX CONCURRENTLY ix_feedback_accuracy_score_id ON feedback (accuracy_score, id);

CREATE INDEX CONCURRENTLY ix_feedback_edit_distance_id ON feedback (edit_distance, id);

-- The review queue again, for who takes the worst or the longest first; rows leave these when they are decided about.
CREATE INDEX CONCURRENTLY ix_feedback_pending_accuracy_score_id
    ON feedback (accuracy_score, id)
    WHERE status = 'pending';

CREATE INDEX CONCURRENTLY ix_feedback_pending_edit_distance_id
    ON feedback (edit_distance, id)
    WHERE status = 'pending';

-- Holds what workers have still to turn into terms, in the order in which it was approved, and nothing else: rows leave it when they are
-- processed. No other index has that order, which matters: by created_at, the server would rather walk past all that was processed before,
-- since it takes status and is_processed to have nothing to do with each other. What an older release approved has no time, and comes first.
CREATE INDEX CONCURRENTLY ix_feedback_approved_unprocessed
    ON feedback (reviewed_at NULLS FIRST, id)
    WHERE status = 'approved' AND NOT is_processed;
