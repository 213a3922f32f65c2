-- Whoever keeps a lexicon in memory must learn, without reading it again, that it changed. So each lexicon has a row with a number that
-- rises with every change of what transcripts see of it, whoever makes the change: the old service, an import, a person with psql. Triggers
-- see to that, once for each statement, however many rows it writes. The row is also what the writers of one lexicon queue up at.
--
-- Lexicons that are there already get their rows with their next change, or by V39: it would take too long here, where the triggers have
-- locked out writers.

CREATE TABLE lexicons (
    lexicon_id varchar(100) NOT NULL,
    version bigint NOT NULL DEFAULT 0,
    updated_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT lexicons_pkey PRIMARY KEY (lexicon_id)
);

COMMENT ON TABLE lexicons IS 'Lexicons that have, or had, terms, one row each, made along with the first term.';
COMMENT ON COLUMN lexicons.lexicon_id IS 'Name of the lexicon, such as general; lexicon_terms.lexicon_id refers to it, without a foreign key.';
COMMENT ON COLUMN lexicons.version IS
    'Rises by one or more with each change of the active terms or their replacements, and never falls; 0 when there was never an active one.';
COMMENT ON COLUMN lexicons.updated_at IS
    'When version last rose (start of that transaction); the last change of a term, for lexicons older than this table.';

-- Whoever may write terms need not be granted anything on lexicons: the function acts for the owner of the tables. So it looks for
-- names in this schema only, and a session's temporary tables come last.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- Two lists are compared with EXCEPT, not joined: a plan is kept for the session, and a join that was planned for one row would take hours
-- for 100,000. The lexicons are written in one order, so that two statements cannot wait for each other.
CREATE FUNCTION raise_lexicon_versions()
RETURNS trigger
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path FROM CURRENT
AS $raise_lexicon_versions$
DECLARE
    changed varchar[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        changed := ARRAY(SELECT DISTINCT lexicon_id FROM new_terms WHERE is_active);
    ELSIF TG_OP = 'DELETE' THEN
        changed := ARRAY(SELECT DISTINCT lexicon_id FROM old_terms WHERE is_active);
    ELSIF TG_OP = 'UPDATE' THEN
        changed := ARRAY(
            SELECT DISTINCT lexicon_id
            FROM (
                (
                    SELECT lexicon_id, id, term, replacement FROM old_terms WHERE is_active
                    EXCEPT ALL
                    SELECT lexicon_id, id, term, replacement FROM new_terms WHERE is_active
                )
                UNION ALL
                (
                    SELECT lexicon_id, id, term, replacement FROM new_terms WHERE is_active
                    EXCEPT ALL
                    SELECT lexicon_id, id, term, replacement FROM old_terms WHERE is_active
                )
            ) AS differing
        );
    ELSE
        changed := ARRAY(SELECT lexicon_id FROM lexicons);
    END IF;

    INSERT INTO lexicons AS lexicon (lexicon_id, version)
    SELECT changed_id, 1
    FROM unnest(changed) AS changed_id
    ORDER BY changed_id COLLATE "C"
    ON CONFLICT (lexicon_id) DO UPDATE
    SET
        version = lexicon.version + 1,
        updated_at = excluded.updated_at;

    RETURN NULL;
END
$raise_lexicon_versions$;

-- Triggers run it all the same; nobody else can have it run by a table of their own.
REVOKE EXECUTE ON FUNCTION raise_lexicon_versions() FROM PUBLIC;

COMMENT ON FUNCTION raise_lexicon_versions() IS 'Raises lexicons.version for each lexicon whose active terms or replacements a statement changed.';

CREATE TRIGGER raise_lexicon_versions_on_insert
AFTER INSERT ON lexicon_terms
REFERENCING NEW TABLE AS new_terms
FOR EACH STATEMENT EXECUTE FUNCTION raise_lexicon_versions();

CREATE TRIGGER raise_lexicon_versions_on_update
AFTER UPDATE ON lexicon_terms
REFERENCING OLD TABLE AS old_terms NEW TABLE AS new_terms
FOR EACH STATEMENT EXECUTE FUNCTION raise_lexicon_versions();

CREATE TRIGGER raise_lexicon_versions_on_delete
AFTER DELETE ON lexicon_terms
REFERENCING OLD TABLE AS old_terms
FOR EACH STATEMENT EXECUTE FUNCTION raise_lexicon_versions();

CREATE TRIGGER raise_lexicon_versions_on_truncate
AFTER TRUNCATE ON lexicon_terms
FOR EACH STATEMENT EXECUTE FUNCTION raise_lexicon_versions();

COMMENT ON COLUMN lexicon_terms.lexicon_id IS 'Name of the lexicon that the term belongs to (lexicons.lexicon_id), such as general.';
