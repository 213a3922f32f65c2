-- The database is about to get rules for lexicon_terms. Each writer normalised as it liked, and no writer looked at a lexicon's name. Here
-- the rows that break the rules are reported and repaired; V27 brings the rules, V28 checks all rows. Values that a repair replaces
-- stay in metadata under 'legacy', as V23 says.
--
-- Of several active terms with one normal form the lowest id stays; the others become inactive, with a normalized_term that nobody looks
-- for. So do terms that nothing can match, and those whose replacement is blank: the old service cut the word out of the transcript.
-- Inactive terms stay as they are, unless they hold a form that an active one needs. Terms that stand for themselves (V2 made one of
-- every term) do no harm and stay.

-- Each row as it should be, but for forms that several rows want: the procedure decides those. A name of a lexicon that only has blanks
-- around it loses them. One that has more to lose gets a checksum of what it was, so that 'lab/x' and 'lab x' stay two lexicons.
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

-- A thousand rows at a time, each batch committed. It can be stopped anywhere and called again. V28 calls it for the rows that come in
-- between this migration and the rules, and drops it.
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

-- The report, before anything changes: how many rows, and some of them, for each column. A form that others need may cost more terms
-- their place than those: SELECT … WHERE normalized_term LIKE 'superseded:%' lists them afterwards.
-- Repeatable: it only reads
DO $report$
DECLARE
    finding record;
BEGIN
    FOR finding IN
        SELECT
            noted.key AS column_name,
            count(*) AS row_count,
            (array_agg(id ORDER BY id))[:10] AS ids
        FROM lexicon_terms
        JOIN repaired_lexicon_terms AS repaired USING (id)
        CROSS JOIN LATERAL jsonb_object_keys(repaired.metadata -> 'legacy') AS noted (key)
        WHERE repaired.metadata IS DISTINCT FROM lexicon_terms.metadata
            AND noted.key <> 'by'
        GROUP BY noted.key
        ORDER BY noted.key COLLATE "C"
    LOOP
        RAISE WARNING 'lexicon_terms.%: % row(s) to repair; id % …',
            finding.column_name, finding.row_count, array_to_string(finding.ids, ', ');
    END LOOP;
END
$report$;

-- Repeatable: rows that were repaired are passed over
CALL repair_lexicon_terms();
