-- Back to rules that hold for new rows only, and to the procedure of V26, word for word, for the next way up.

CREATE OR REPLACE VIEW repaired_lexicon_terms AS
SELECT
    id,
    repaired.*,
    note.*,
    CASE
        WHEN coalesce(jsonb_typeof(metadata), 'object') = 'object'
            AND (
                lexicon_terms.is_active,
                lexicon_terms.lexicon_id,
                lexicon_terms.normalized_term,
                lexicon_terms.frequency,
                lexicon_terms.confidence_boost,
                lexicon_terms.created_at,
                lexicon_terms.updated_at
            ) IS NOT DISTINCT FROM (
                repaired.is_active,
                repaired.lexicon_id,
                repaired.normalized_term,
                repaired.frequency,
                repaired.confidence_boost,
                repaired.created_at,
                repaired.updated_at
            )
            THEN metadata
        ELSE note_repair(metadata, 'V26', note.was, note.becomes)
    END AS metadata
FROM lexicon_terms
CROSS JOIN LATERAL (
    SELECT
        normalize_term(term) AS form,
        is_active AND normalize_term(term) <> '' AND normalize_term(replacement) <> '' AS is_active,
        btrim(lexicon_id, E' \t\r\n') AS lexicon_id,
        (CASE WHEN isfinite(created_at) THEN created_at WHEN isfinite(updated_at) THEN updated_at ELSE 'epoch' END) AS created_at
    OFFSET 0
) AS first
CROSS JOIN LATERAL (
    SELECT first.is_active AND length(first.form) <= 255 AS is_active
) AS usable
CROSS JOIN LATERAL (
    SELECT
        usable.is_active,
        (CASE
            WHEN NOT usable.is_active THEN lexicon_terms.lexicon_id
            WHEN first.lexicon_id ~ '^[A-Za-z0-9_-]{1,100}$' THEN first.lexicon_id
            ELSE concat_ws(
                '-',
                nullif(left(btrim(regexp_replace(first.lexicon_id, '[^A-Za-z0-9_-]+', '-', 'g'), '-'), 91), ''),
                left(md5(first.lexicon_id), 8)
            )
        END)::varchar(100) AS lexicon_id,
        (CASE WHEN usable.is_active THEN first.form ELSE normalized_term END)::varchar(255) AS normalized_term,
        greatest(frequency, 0) AS frequency,
        (CASE WHEN confidence_boost > '-Infinity' AND confidence_boost < 'Infinity' THEN confidence_boost END) AS confidence_boost,
        first.created_at,
        (CASE WHEN isfinite(updated_at) THEN updated_at ELSE first.created_at END) AS updated_at
) AS repaired
CROSS JOIN LATERAL (
    SELECT
        jsonb_build_object(
            'is_active', lexicon_terms.is_active,
            'lexicon_id', lexicon_terms.lexicon_id,
            'normalized_term', lexicon_terms.normalized_term,
            'frequency', lexicon_terms.frequency,
            'confidence_boost', lexicon_terms.confidence_boost,
            'created_at', lexicon_terms.created_at,
            'updated_at', lexicon_terms.updated_at
        ) AS was,
        jsonb_build_object(
            'is_active', repaired.is_active,
            'lexicon_id', repaired.lexicon_id,
            'normalized_term', repaired.normalized_term,
            'frequency', repaired.frequency,
            'confidence_boost', repaired.confidence_boost,
            'created_at', repaired.created_at,
            'updated_at', repaired.updated_at
        ) AS becomes
) AS note;

COMMENT ON VIEW repaired_lexicon_terms IS 'Rows of lexicon_terms as the rules of V27 want them, each by itself.';

CREATE OR REPLACE PROCEDURE repair_lexicon_terms()
LANGUAGE plpgsql
AS $repair_lexicon_terms$
DECLARE
    batch_size CONSTANT integer := 1000;
    batch_begin integer;
    batch_end integer;
    ids integer[];
    rivals integer[];
    settled repaired_lexicon_terms[];
    keeps_its_form boolean;
BEGIN
    SELECT min(id) INTO batch_begin FROM lexicon_terms;

    WHILE batch_begin IS NOT NULL LOOP
        SELECT id INTO batch_end FROM lexicon_terms WHERE id > batch_begin ORDER BY id OFFSET batch_size - 1 LIMIT 1;

        PERFORM
            set_config('timezone', 'UTC', true),
            set_config('extra_float_digits', '1', true);

        ids := ARRAY(
            SELECT id
            FROM lexicon_terms
            JOIN repaired_lexicon_terms AS repaired USING (id)
            WHERE id >= batch_begin
                AND (batch_end IS NULL OR id < batch_end)
                AND repaired.metadata IS DISTINCT FROM lexicon_terms.metadata
        );

        -- And whoever holds a form that one of them needs, wherever in the table; and then the forms that those need.
        LOOP
            rivals := ARRAY(
                SELECT holder.id
                FROM repaired_lexicon_terms AS repaired
                JOIN lexicon_terms AS holder USING (lexicon_id, normalized_term)
                WHERE repaired.id = ANY (ids)
                    AND holder.id <> ALL (ids)
            );
            EXIT WHEN rivals = '{}';
            ids := ids || rivals;
        END LOOP;

        -- The lexicon first and then its terms, as other writers do, or two of them could wait for each other.
        PERFORM FROM lexicons
        WHERE lexicon_id IN (
            SELECT lexicon_id FROM lexicon_terms WHERE id = ANY (ids)
            UNION ALL
            SELECT lexicon_id FROM repaired_lexicon_terms WHERE id = ANY (ids)
        )
        ORDER BY lexicon_id COLLATE "C"
        FOR NO KEY UPDATE;
        PERFORM FROM lexicon_terms WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;

        settled := ARRAY(
            SELECT
                ROW (
                    id,
                    final.is_active,
                    placed.lexicon_id,
                    final.normalized_term,
                    placed.frequency,
                    placed.confidence_boost,
                    placed.created_at,
                    placed.updated_at,
                    was,
                    becomes,
                    note_repair(
                        lexicon_terms.metadata,
                        'V26',
                        was,
                        becomes || jsonb_build_object('is_active', final.is_active, 'normalized_term', final.normalized_term)
                    )
                )::repaired_lexicon_terms
            FROM (
                SELECT
                    *,
                    row_number() OVER (PARTITION BY lexicon_id, normalized_term ORDER BY is_active DESC, id) AS place
                FROM repaired_lexicon_terms
                WHERE id = ANY (ids)
            ) AS placed
            JOIN lexicon_terms USING (id)
            CROSS JOIN LATERAL (
                SELECT
                    placed.is_active AND place = 1 AS is_active,
                    CASE WHEN place = 1 THEN placed.normalized_term ELSE 'superseded:' || id END AS normalized_term
            ) AS final
        );

        -- A form that one active term gives up and another one takes has to be free in between.
        UPDATE lexicon_terms
        SET
            is_active = false,
            normalized_term = 'superseded:' || holder.id
        FROM unnest(settled) AS taker
        JOIN lexicon_terms AS holder USING (lexicon_id, normalized_term)
        JOIN unnest(settled) AS other ON other.id = holder.id
        WHERE lexicon_terms.id = holder.id
            AND taker.id <> holder.id
            AND other.is_active;

        -- Those that give up a form go before those that take it.
        FOREACH keeps_its_form IN ARRAY '{false, true}'::boolean[] LOOP
            UPDATE lexicon_terms
            SET
                is_active = repaired.is_active,
                lexicon_id = repaired.lexicon_id,
                normalized_term = repaired.normalized_term,
                frequency = repaired.frequency,
                confidence_boost = repaired.confidence_boost,
                created_at = repaired.created_at,
                updated_at = repaired.updated_at,
                metadata = repaired.metadata
            FROM unnest(settled) AS repaired
            WHERE lexicon_terms.id = repaired.id
                AND repaired.is_active = keeps_its_form
                AND (repaired.metadata, repaired.is_active, repaired.normalized_term)
                    IS DISTINCT FROM (lexicon_terms.metadata, lexicon_terms.is_active, lexicon_terms.normalized_term);
        END LOOP;

        COMMIT;
        batch_begin := batch_end;
    END LOOP;
END
$repair_lexicon_terms$;

COMMENT ON PROCEDURE repair_lexicon_terms() IS
    'Makes rows of lexicon_terms what the rules of V27 want, and notes what they were in metadata.';

ALTER TABLE lexicon_terms
    DROP CONSTRAINT ck_lexicon_terms_term,
    DROP CONSTRAINT ck_lexicon_terms_normalized_term,
    DROP CONSTRAINT ck_lexicon_terms_replacement,
    DROP CONSTRAINT ck_lexicon_terms_lexicon_id,
    DROP CONSTRAINT ck_lexicon_terms_frequency,
    DROP CONSTRAINT ck_lexicon_terms_confidence_boost,
    DROP CONSTRAINT ck_lexicon_terms_metadata,
    DROP CONSTRAINT ck_lexicon_terms_times,
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

ALTER TABLE lexicons
    DROP CONSTRAINT ck_lexicons_lexicon_id;
