-- Copies of legacy-dirt.sql, $copies of them, so that there are several batches of everything. What has to be unique gets the number of its copy, but
-- for what makes the row odd. Ids leave gaps, as deleted rows do.

INSERT INTO api_keys (id, key_hash, name, rate_limit, is_active, created_at, updated_at, last_used_at, expires_at, metadata)
SELECT
    id + 100 * copy,
    key_hash || copy,
    CASE WHEN name ~ '\S' THEN name || copy ELSE repeat(' ', id) || repeat(E'\t', copy) END,
    rate_limit, is_active, created_at, updated_at, last_used_at, expires_at, metadata
FROM api_keys, generate_series(1, least($copies, 200)) AS copy;

-- In a lexicon of the copy's own, so that what was to collide collides there.
INSERT INTO lexicon_terms
    (id, lexicon_id, term, normalized_term, replacement, frequency, confidence_boost, is_active, created_at, updated_at, metadata, source)
SELECT
    id + 100 * copy,
    CASE WHEN lexicon_id ~ '[A-Za-z]' THEN left(regexp_replace(lexicon_id, '([A-Za-z]+)', '\1' || copy), 100) ELSE lexicon_id || copy || '?' END,
    term, normalized_term, replacement, frequency, confidence_boost, is_active, created_at, updated_at, metadata, source
FROM lexicon_terms, generate_series(1, $copies) AS copy;

INSERT INTO jobs
    (id, job_id, status, transcription_text, processed_text, error_message, api_key_id, created_at, updated_at, started_at, completed_at,
    audio_duration, audio_size_bytes, processing_time_seconds, confidence_score, correction_count, fuzzy_match_count, confidence_metrics,
    metadata, lexicon_version)
SELECT
    id + 100 * copy,
    CASE
        WHEN job_id ~ '^[0-9a-fA-F-]{36}$' THEN left(job_id, 9) || lpad(to_hex(copy), 4, '0') || substr(job_id, 14)
        ELSE job_id || copy
    END,
    status, transcription_text, processed_text, error_message, api_key_id, created_at, updated_at, started_at, completed_at,
    audio_duration, audio_size_bytes, processing_time_seconds, confidence_score, correction_count, fuzzy_match_count, confidence_metrics,
    metadata, lexicon_version
FROM jobs, generate_series(1, $copies) AS copy;

INSERT INTO feedback
    (id, job_id, original_text, corrected_text, status, feedback_type, lexicon_id, confidence, accuracy_score, edit_distance, review_time_seconds,
    frequency, is_processed, processed_at, reviewer, created_by, created_at, updated_at, metadata)
SELECT
    id + 100 * copy, job_id + 100 * copy, original_text, corrected_text, status, feedback_type, lexicon_id, confidence, accuracy_score,
    edit_distance, review_time_seconds, frequency, is_processed, processed_at, reviewer, created_by, created_at, updated_at, metadata
FROM feedback, generate_series(1, $copies) AS copy;
