-- The rules for lexicon_terms, for every row that is written from now on; V28 has the server check all rows. Those that say what a term
-- may be hold for active terms only: what was taken out of use harms nobody.
--
-- While the old service still runs, its imports into a lexicon with an odd name fail from now on, and so do those that hold a blank
-- term or replacement: as a whole, with the database's message in their errors. Import them anew under a name that is allowed.

-- The old service goes on for a while, and puts a term in lower case where the rule wants normalize_term. Its imports must not fail for
-- that, so the database computes the form for every writer. Where the form exists, such an import fails as one with a known term does.
CREATE FUNCTION normalize_lexicon_term() RETURNS trigger
LANGUAGE plpgsql
AS $normalize_lexicon_term$
BEGIN
    NEW.normalized_term := normalize_term(NEW.term);
    RETURN NEW;
END
$normalize_lexicon_term$;

COMMENT ON FUNCTION normalize_lexicon_term() IS 'Trigger: the form of a term is what normalize_term makes of it, whatever the writer says.';

CREATE TRIGGER normalize_lexicon_term
BEFORE INSERT OR UPDATE OF term, normalized_term, is_active ON lexicon_terms
FOR EACH ROW WHEN (NEW.is_active) EXECUTE FUNCTION normalize_lexicon_term();

COMMENT ON TRIGGER normalize_lexicon_term ON lexicon_terms IS 'Active terms only: what is out of use may hold any form.';

-- That the form is not blank says that the term is not, too.
ALTER TABLE lexicon_terms
    ADD CONSTRAINT ck_lexicon_terms_term CHECK (NOT is_active OR normalized_term <> '') NOT VALID,
    ADD CONSTRAINT ck_lexicon_terms_normalized_term CHECK (NOT is_active OR normalized_term = normalize_term(term)) NOT VALID,
    ADD CONSTRAINT ck_lexicon_terms_replacement CHECK (NOT is_active OR normalize_term(replacement) <> '') NOT VALID,
    ADD CONSTRAINT ck_lexicon_terms_lexicon_id CHECK (NOT is_active OR lexicon_id ~ '^[A-Za-z0-9_-]{1,100}$') NOT VALID,
    ADD CONSTRAINT ck_lexicon_terms_frequency CHECK (frequency >= 0) NOT VALID,
    ADD CONSTRAINT ck_lexicon_terms_confidence_boost CHECK (
        confidence_boost > '-Infinity'
        AND confidence_boost < 'Infinity'
    ) NOT VALID,
    ADD CONSTRAINT ck_lexicon_terms_metadata CHECK (jsonb_typeof(metadata) = 'object') NOT VALID,
    ADD CONSTRAINT ck_lexicon_terms_times CHECK (
        isfinite(created_at)
        AND isfinite(updated_at)
    ) NOT VALID;

COMMENT ON CONSTRAINT ck_lexicon_terms_term ON lexicon_terms IS 'An active term is not blank.';
COMMENT ON CONSTRAINT ck_lexicon_terms_normalized_term ON lexicon_terms IS 'Active terms are compared by one normal form.';
COMMENT ON CONSTRAINT ck_lexicon_terms_replacement ON lexicon_terms IS 'An active term does not cut its word out of the transcript.';
COMMENT ON CONSTRAINT ck_lexicon_terms_lexicon_id ON lexicon_terms IS 'The name of a lexicon in use is 1 to 100 letters of ASCII, digits, _ and -.';
COMMENT ON CONSTRAINT ck_lexicon_terms_frequency ON lexicon_terms IS 'A count.';
COMMENT ON CONSTRAINT ck_lexicon_terms_confidence_boost ON lexicon_terms IS 'A number, and no infinite one; none is NULL.';
COMMENT ON CONSTRAINT ck_lexicon_terms_metadata ON lexicon_terms IS 'Metadata is an object; none is NULL.';
COMMENT ON CONSTRAINT ck_lexicon_terms_times ON lexicon_terms IS 'Times are of the calendar.';

COMMENT ON COLUMN lexicon_terms.normalized_term IS
    'normalize_term(term) of an active term, computed by the database; any other is superseded: with the id where another term took its form. Unique within a lexicon, inactive rows too.';
COMMENT ON COLUMN lexicon_terms.metadata IS
    'Further facts about the term, a JSON object; legacy in it holds the values that V26 replaced. NULL when there are none.';
