-- Back to the values that the rows had. One that somebody has changed since the repair stays as it is now, and what V26 noted of it is
-- lost with the note.

CREATE OR REPLACE FUNCTION value_before_repair(metadata jsonb, column_name text, current_value anyelement)
RETURNS text
LANGUAGE sql
STABLE
SET timezone = 'UTC'
SET datestyle = 'ISO'
SET extra_float_digits = 1
AS $value_before_repair$
    SELECT CASE
        WHEN metadata #> ARRAY['legacy', column_name, 'is'] = coalesce(to_jsonb(current_value), 'null')
            THEN metadata #>> ARRAY['legacy', column_name, 'was']
        ELSE current_value::text
    END
$value_before_repair$;

-- An object that was empty is noted, so that it is told from none. What was no object comes back, unless there are other keys by now.
CREATE OR REPLACE FUNCTION metadata_before_repair(metadata jsonb)
RETURNS jsonb
LANGUAGE sql
IMMUTABLE
AS $metadata_before_repair$
    SELECT CASE
        WHEN metadata #> '{legacy,metadata}' IS NULL THEN nullif(metadata - 'legacy', '{}')
        WHEN jsonb_typeof(metadata #> '{legacy,metadata}') = 'object'
            THEN (metadata - 'legacy') || CASE
                WHEN metadata #> '{legacy,metadata}' ? 'legacy'
                    THEN jsonb_build_object('legacy', metadata #> '{legacy,metadata,legacy}')
                ELSE '{}'
            END
        WHEN metadata - 'legacy' = '{}' THEN metadata #> '{legacy,metadata}'
        ELSE (metadata - 'legacy') || jsonb_build_object('legacy', metadata #> '{legacy,metadata}')
    END
$metadata_before_repair$;

-- A form can only be given back to a row once the row that has it now has let it go. So all of them let go first; the notes go along, and
-- tell for each row which form it gets back.
-- Repeatable: rows that have let go are passed over
DO $let_go$
DECLARE
    batch_size CONSTANT integer := 1000;
    batch_begin integer;
    batch_end integer;
BEGIN
    SELECT min(id) INTO batch_begin FROM lexicon_terms;

    WHILE batch_begin IS NOT NULL LOOP
        SELECT id INTO batch_end FROM lexicon_terms WHERE id > batch_begin ORDER BY id OFFSET batch_size - 1 LIMIT 1;

        UPDATE lexicon_terms
        SET
            normalized_term = 'restored:' || id,
            metadata = jsonb_set(
                metadata,
                '{legacy,normalized_term}',
                jsonb_build_object('was', value_before_repair(metadata, 'normalized_term', normalized_term), 'is', 'restored:' || id)
            )
        WHERE id >= batch_begin
            AND (batch_end IS NULL OR id < batch_end)
            AND metadata #>> '{legacy,by}' = 'V26'
            AND (metadata -> 'legacy' ? 'normalized_term' OR metadata -> 'legacy' ? 'lexicon_id')
            AND normalized_term <> 'restored:' || id;

        COMMIT;
        batch_begin := batch_end;
    END LOOP;
END
$let_go$;

-- Where somebody has taken the form since the repair, its row stays as the repair left such rows: out of use.
-- Repeatable: rows that are restored have no note, and are passed over
DO $restore$
DECLARE
    batch_size CONSTANT integer := 1000;
    batch_begin integer;
    batch_end integer;
BEGIN
    SELECT min(id) INTO batch_begin FROM lexicon_terms;

    WHILE batch_begin IS NOT NULL LOOP
        SELECT id INTO batch_end FROM lexicon_terms WHERE id > batch_begin ORDER BY id OFFSET batch_size - 1 LIMIT 1;

        UPDATE lexicon_terms
        SET
            is_active = value_before_repair(metadata, 'is_active', is_active)::boolean AND restored.has_its_form,
            lexicon_id = restored.lexicon_id,
            normalized_term = CASE
                WHEN restored.has_its_form THEN restored.normalized_term
                ELSE 'superseded:' || lexicon_terms.id
            END,
            frequency = value_before_repair(metadata, 'frequency', frequency)::integer,
            confidence_boost = value_before_repair(metadata, 'confidence_boost', confidence_boost)::double precision,
            created_at = value_before_repair(metadata, 'created_at', created_at)::timestamptz,
            updated_at = value_before_repair(metadata, 'updated_at', updated_at)::timestamptz,
            metadata = metadata_before_repair(metadata)
        FROM (
            SELECT
                noted.id,
                wanted.*,
                NOT EXISTS (
                    SELECT
                    FROM lexicon_terms AS holder
                    WHERE holder.lexicon_id = wanted.lexicon_id
                        AND holder.normalized_term = wanted.normalized_term
                        AND holder.id <> noted.id
                ) AS has_its_form
            FROM lexicon_terms AS noted
            CROSS JOIN LATERAL (
                SELECT
                    value_before_repair(noted.metadata, 'lexicon_id', noted.lexicon_id) AS lexicon_id,
                    value_before_repair(noted.metadata, 'normalized_term', noted.normalized_term) AS normalized_term
            ) AS wanted
            WHERE noted.id >= batch_begin
                AND (batch_end IS NULL OR noted.id < batch_end)
                AND noted.metadata #>> '{legacy,by}' = 'V26'
        ) AS restored
        WHERE lexicon_terms.id = restored.id;

        COMMIT;
        batch_begin := batch_end;
    END LOOP;
END
$restore$;

DROP FUNCTION IF EXISTS metadata_before_repair(jsonb);
DROP FUNCTION IF EXISTS value_before_repair(jsonb, text, anyelement);
DROP PROCEDURE IF EXISTS repair_lexicon_terms();
DROP VIEW IF EXISTS repaired_lexicon_terms;
