-- A correction must not reach a lexicon before somebody has approved it, so feedback now carries that decision, and what is needed
-- to act on it: which lexicon it is for, how sure the reviewer was, how often it came in, and from whom.

-- Feedback that is already there counts as not yet reviewed and as received once. The defaults give it those values, in the catalog
-- and without writing a row: no UPDATE is needed, and no scan to prove NOT NULL.
ALTER TABLE feedback
    ADD COLUMN status varchar(50) NOT NULL DEFAULT 'pending',
    ADD COLUMN lexicon_id varchar(100),
    ADD COLUMN confidence double precision,
    ADD COLUMN frequency integer NOT NULL DEFAULT 1,
    ADD COLUMN created_by varchar(100);

CREATE INDEX ix_feedback_status ON feedback (status);
CREATE INDEX ix_feedback_lexicon_id ON feedback (lexicon_id);
CREATE INDEX ix_feedback_created_by ON feedback (created_by);

COMMENT ON COLUMN feedback.status IS 'pending until somebody decides, then approved or rejected.';
COMMENT ON COLUMN feedback.lexicon_id IS
    'Lexicon that the correction is for, as in lexicon_terms.lexicon_id but without a foreign key; NULL when not stated.';
COMMENT ON COLUMN feedback.confidence IS
    'How sure the one who approved or rejected was, from 0 (guessing) to 1 (certain); NULL when not stated.';
COMMENT ON COLUMN feedback.frequency IS 'How many times this same correction came in, from 1 upwards.';
COMMENT ON COLUMN feedback.created_by IS
    'Who gave the feedback, as the caller named them; NULL when not stated, and in older rows, which name them in reviewer.';
COMMENT ON COLUMN feedback.reviewer IS
    'Who gave the feedback, in rows older than created_by, as the caller named them; NULL when not stated.';
