-- updated_at was up to the writer: one that forgets it leaves an old time, and one that writes a time without a zone is off by the
-- server's offset. The database sets it from now on, by its own clock, whatever a writer sends.

CREATE FUNCTION set_updated_at() RETURNS trigger
LANGUAGE plpgsql
AS $set_updated_at$
BEGIN
    NEW.updated_at := CURRENT_TIMESTAMP;
    RETURN NEW;
END
$set_updated_at$;

CREATE FUNCTION keep_updated_at() RETURNS trigger
LANGUAGE plpgsql
AS $keep_updated_at$
BEGIN
    NEW.updated_at := OLD.updated_at;
    RETURN NEW;
END
$keep_updated_at$;

COMMENT ON FUNCTION set_updated_at() IS 'Trigger: the row was changed now, whatever the writer says.';
COMMENT ON FUNCTION keep_updated_at() IS 'Trigger: the row was changed when it was before, whatever the writer says.';

CREATE TRIGGER set_updated_at BEFORE UPDATE ON lexicon_terms
FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON feedback
FOR EACH ROW EXECUTE FUNCTION set_updated_at();

CREATE TRIGGER set_updated_at BEFORE UPDATE ON jobs
FOR EACH ROW EXECUTE FUNCTION set_updated_at();

-- The use of a key does not change it. So only the columns that people change count, and none that the service keeps up itself. The
-- old service writes updated_at with each use: that write is taken back first, for triggers run in the order of their names.
CREATE TRIGGER keep_updated_at BEFORE UPDATE OF updated_at ON api_keys
FOR EACH ROW EXECUTE FUNCTION keep_updated_at();

CREATE TRIGGER set_updated_at
BEFORE UPDATE OF key_hash, name, description, is_active, expires_at, rate_limit, metadata, is_admin ON api_keys
FOR EACH ROW EXECUTE FUNCTION set_updated_at();

COMMENT ON TRIGGER set_updated_at ON lexicon_terms IS 'Every change counts.';
COMMENT ON TRIGGER set_updated_at ON feedback IS 'Every change counts.';
COMMENT ON TRIGGER set_updated_at ON jobs IS 'Every change counts.';
COMMENT ON TRIGGER keep_updated_at ON api_keys IS 'What a writer sends for updated_at does not count; runs before set_updated_at.';
COMMENT ON TRIGGER set_updated_at ON api_keys IS 'Changes by people count; last_used_at, key_digest and key_prefix do not.';

COMMENT ON COLUMN lexicon_terms.updated_at IS 'When the row was last changed (start of that transaction); the database sets it.';
COMMENT ON COLUMN feedback.updated_at IS 'When the row was last changed (start of that transaction); the database sets it.';
COMMENT ON COLUMN jobs.updated_at IS 'When the row was last changed (start of that transaction); the database sets it.';
COMMENT ON COLUMN api_keys.updated_at IS
    'When the row was last changed (start of that transaction), its use apart; the database sets it.';
