-- Back to an updated_at that is up to the writer. The times that the database set stay.

DROP TRIGGER set_updated_at ON api_keys;
DROP TRIGGER keep_updated_at ON api_keys;
DROP TRIGGER set_updated_at ON jobs;
DROP TRIGGER set_updated_at ON feedback;
DROP TRIGGER set_updated_at ON lexicon_terms;

DROP FUNCTION keep_updated_at();
DROP FUNCTION set_updated_at();

COMMENT ON COLUMN api_keys.updated_at IS
    'When the row was last changed; the database sets it at insert only, later it is up to the writer.';
COMMENT ON COLUMN lexicon_terms.updated_at IS
    'When the row was last changed; the database sets it at insert only, later it is up to the writer.';
COMMENT ON COLUMN jobs.updated_at IS
    'When the row was last changed; the database sets it at insert only, later it is up to the writer.';
COMMENT ON COLUMN feedback.updated_at IS
    'When the row was last changed; the database sets it at insert only, later it is up to the writer.';
