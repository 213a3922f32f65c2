-- What each index costs at 100,000 rows a table: its size, and by how much the write-ahead log grows because of it when a row is inserted,
-- or updated so that all indexes get an entry (which is each update that is not HOT). Each index is measured alone, on a copy of its table
-- that has no other. Bytes of the log are the same however busy the machine is.
--
-- For an empty database at the newest version, on PostgreSQL 13 or later with full_page_writes off: see ../README.md.
\set ON_ERROR_STOP on
\pset footer off
SET client_min_messages = error;

INSERT INTO api_keys (key_hash, name, rate_limit, created_at, expires_at)
SELECT md5(n::text), 'client ' || n, 100, timestamptz '2026-01-01' + n * interval '1 minute', CASE WHEN n % 10 = 0 THEN now() END
FROM generate_series(1, 100000) AS n;

INSERT INTO lexicon_terms (lexicon_id, term, normalized_term, replacement, category, language, source)
SELECT 'lexicon-' || n % 20, 'term number ' || n, '', 'Term ' || n, 'category ' || n % 50, 'en', 'imported'
FROM generate_series(1, 100000) AS n;

INSERT INTO jobs
    (job_id, status, audio_filename, audio_format, audio_size_bytes, language, model_name, transcription_text, processed_text, api_key_id,
    created_at, started_at, completed_at, submitted_by)
SELECT
    md5(n::text)::uuid, 'completed', 'recording.mp3', 'mp3', 1000000, 'en', 'whisper-1', repeat('word ', 100), repeat('word ', 100),
    1 + n % 1000, timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-01-01' + n * interval '1 minute', 'user ' || n % 1000
FROM generate_series(1, 100000) AS n;

INSERT INTO feedback
    (job_id, original_text, corrected_text, reviewer, feedback_type, accuracy_score, created_at, status, lexicon_id, created_by)
SELECT
    n, 'the word ' || n, 'the Word ' || n, 'reviewer ' || n % 100, 'correction', (n % 100) / 100.0, timestamptz '2026-01-01' + n * interval '1 minute',
    (ARRAY['pending', 'approved', 'rejected'])[1 + n % 3], 'lexicon-' || n % 20, 'user ' || n % 1000
FROM generate_series(1, 100000) AS n;

VACUUM (ANALYZE);

CREATE SCHEMA measured;

-- The log that 10,000 inserts make that follow on 90,000 rows.
CREATE FUNCTION measured.bytes_per_insert(table_name name, index_definition text) RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE
    plan json;
BEGIN
    EXECUTE format('CREATE TABLE measured.copy AS SELECT * FROM public.%I ORDER BY id LIMIT 90000', table_name);
    IF index_definition IS NOT NULL THEN
        EXECUTE regexp_replace(index_definition, '^CREATE (UNIQUE )?INDEX \S+ ON \S+', 'CREATE INDEX ON measured.copy');
    END IF;
    EXECUTE format(
        'EXPLAIN (ANALYZE, WAL, TIMING OFF, FORMAT JSON) INSERT INTO measured.copy SELECT * FROM public.%I ORDER BY id OFFSET 90000',
        table_name
    ) INTO plan;
    DROP TABLE measured.copy;
    RETURN (plan #>> '{0,Plan,WAL Bytes}')::numeric / 10000;
END $$;

CREATE TEMP TABLE bare AS
SELECT table_name, measured.bytes_per_insert(table_name, NULL) AS bytes
FROM unnest(ARRAY['api_keys', 'feedback', 'jobs', 'lexicon_terms']::name[]) AS table_name;

SELECT
    relation.relname AS "table",
    index.relname AS "index",
    round(pg_relation_size(index.oid) / 1048576.0, 1) AS "MiB",
    round(measured.bytes_per_insert(relation.relname, pg_get_indexdef(index.oid)) - bare.bytes) AS "bytes per entry"
FROM pg_index
JOIN pg_class AS index ON index.oid = indexrelid
JOIN pg_class AS relation ON relation.oid = indrelid
JOIN bare ON bare.table_name = relation.relname
ORDER BY 1, 2;

SELECT
    table_name AS "table",
    round(pg_relation_size(table_name::text::regclass) / 1048576.0, 1) AS "MiB",
    round(bytes) AS "bytes per row"
FROM bare
ORDER BY 1;
