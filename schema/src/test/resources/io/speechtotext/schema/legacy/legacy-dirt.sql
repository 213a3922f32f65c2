-- What databases of the old service may hold at its last revision, V6: each known way in which its rows are odd, and some rows that are as
-- they should be beside them. The numbers are those of the list of its weaknesses (W) and of its drift (D). Ids are far apart, for copies.

INSERT INTO api_keys
    (id, key_hash, name, rate_limit, is_active, created_at, updated_at, last_used_at, expires_at, metadata)
VALUES
    (1, '$2b$12$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'clean', 100, true, '2025-01-01', '2025-01-02', NULL, NULL, NULL),
    -- D5: no limit made the list fail; W16: limits that let nobody in, and were never heeded
    (2, 'hash-2', 'no limit', NULL, true, '2025-01-01', '2025-01-02', '2025-02-01', NULL, '{}'),
    (3, 'hash-3', 'limit of nothing', 0, true, '2025-01-01', '2025-01-02', NULL, NULL, '{"team": "radiology"}'),
    (4, 'hash-4', 'limit below nothing', -5, true, '2025-01-01', '2025-01-02', NULL, NULL, '{"legacy": "theirs", "a": 1}'),
    (5, 'hash-5', '   ', 10, true, '2025-01-01', '2025-01-02', NULL, NULL, NULL),
    (6, 'hash-6', '', 10, false, '2025-01-01', '2025-01-02', NULL, NULL, NULL),
    -- W41: expired, and still open
    (7, 'hash-7', 'expired and active', 10, true, '2025-01-01', '2025-01-02', '2025-12-01', '2025-06-01', NULL),
    (8, 'hash-8', 'for ever', 10, true, '2025-01-01', '2025-01-02', '-infinity', 'infinity', NULL),
    (9, 'hash-9', 'never', 10, true, '-infinity', 'infinity', 'infinity', '-infinity', NULL),
    (10, 'hash-10', 'since always', 10, true, 'infinity', '2025-01-02', NULL, NULL, '[1, "two"]'),
    (11, 'hash-11', 'scalar', 10, true, '2025-01-01', '2025-01-02', NULL, NULL, '"admin"'),
    (12, 'hash-12', 'null of JSON', 10, true, '2025-01-01', '2025-01-02', NULL, NULL, 'null'),
    -- D12: a role that nobody honours; W40: a name that makes an admin
    (13, 'hash-13', 'badminton club', 10, true, '2025-01-01', '2025-01-02', NULL, NULL, '{"role": "admin"}'),
    (14, 'hash-14', E'\t', -1, true, 'infinity', 'infinity', 'infinity', 'infinity', '{"legacy": {"by": "nobody", "name": {"was": "x"}}}');

INSERT INTO lexicon_terms
    (id, lexicon_id, term, normalized_term, replacement, frequency, confidence_boost, is_active, created_at, updated_at, metadata, source)
VALUES
    (1, 'general', 'clean', 'clean', 'Clean', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    -- V2 let every old term stand for itself
    (2, 'general', 'Aspirin', 'aspirin', 'Aspirin', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, 'manual'),
    -- D38: one writer trimmed, the other did not
    (3, 'general', ' foo ', ' foo ', 'food', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (4, 'general', 'foo', 'foo', 'FOO', 0, NULL, true, '2025-01-01', '2025-01-02', '{"seen": 3}', NULL),
    (5, 'general', E'foo\tbar', E'foo\tbar', 'foobar', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (6, 'general', 'Foo  Bar', 'foo  bar', 'foobar', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (7, 'general', 'foo bar', 'foo bar', 'foobar', 0, NULL, false, '2025-01-01', '2025-01-02', NULL, NULL),
    -- The active one is the younger: the one out of use makes way
    (8, 'general', 'CT', 'ct', 'CT', 0, NULL, false, '2025-01-01', '2025-01-02', NULL, NULL),
    (9, 'general', ' ct', ' ct', 'computed tomography', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    -- W34: MRI and mri, by a writer that put nothing in lower case
    (10, 'general', 'MRI', 'MRI', 'MRI', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (11, 'general', 'mri', 'mri', 'magnetic resonance imaging', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    -- W18: Persian letters and Arabic ones, a joiner between and none
    (12, 'persian', U&'\0643\062A\0627\0628', U&'\0643\062A\0627\0628', 'book', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (13, 'persian', U&'\06A9\062A\0627\0628', U&'\06A9\062A\0627\0628', 'Book', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (14, 'persian', U&'\0645\06CC\200C\0634\0648\062F', U&'\0645\06CC\200C\0634\0648\062F', 'becomes', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (15, 'persian', U&'\0645\064A\0634\0648\062F', U&'\0645\064A\0634\0648\062F', 'turns', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (16, 'persian', U&'\0645\06CC\0634\0648\062F', U&'\0645\06CC\0634\0648\062F', 'is going', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    -- Blank in several ways
    (17, 'general', '', '', 'nothing', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (18, 'general', '   ', '   ', 'blanks', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (19, 'general', U&'\200C', U&'\200C', 'joiner', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (20, 'general', 'umm', 'umm', '', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (21, 'general', 'err', 'err', E' \t', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (22, 'general', '  ', '  ', ' ', 0, NULL, false, '2025-01-01', '2025-01-02', NULL, NULL),
    -- W47: lexicons called anything; two of them look alike, and one is general but for its blanks
    (23, 'lab/x ray', 'a', 'a', 'A', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (24, 'lab x ray', 'a', 'a', 'B', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (25, ' general ', 'foo', 'foo', 'third', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (26, 'general ', 'only there', 'only there', 'there', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (27, U&'\067E\0632\0634\06A9\06CC', 'a', 'a', 'A', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (28, '', 'a', 'a', 'A', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (29, '../../etc/passwd', 'a', 'a', 'A', 0, NULL, false, '2025-01-01', '2025-01-02', NULL, NULL),
    (30, rpad('very long', 100, '!'), 'a', 'a', 'A', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    -- A form that is not the term's at all, in a ring: each holds what the other needs
    (31, 'ring', 'left', 'right', 'L', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (32, 'ring', 'right', 'left', 'R', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (33, 'ring', 'one', 'two', '1', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (34, 'ring', 'two', 'three', '2', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (35, 'ring', 'three', 'one', '3', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    -- W16: counts and numbers
    (36, 'general', 'negative', 'negative', 'n', -3, 'NaN', true, '2025-01-01', '2025-01-02', '[]', NULL),
    (37, 'general', 'boosted', 'boosted', 'b', 1, 'Infinity', false, '-infinity', 'infinity', '5', NULL),
    (38, 'general', 'Never ', 'never ', 'n', 1, '-Infinity', true, 'infinity', '2025-01-02', '{"legacy": [1], "k": {"l": 2}}', NULL),
    -- Longer in lower case than a form may be
    (39, 'general', repeat(U&'\0130', 255), repeat('i', 255), 'dots', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    (40, 'general', 'Superseded:41', 'superseded:41', 's', 0, NULL, true, '2025-01-01', '2025-01-02', NULL, NULL),
    -- Normal forms of V2's time beside what the import wrote
    (41, 'radiology', 'X-Ray', 'x-ray', 'X-ray', 0, 0.1, true, '2025-01-01', '2025-01-02', '{}', 'imported'),
    (42, 'radiology', 'x-ray ', 'x-ray ', 'x ray', 0, 1e-300, true, '2025-01-01', '2025-01-02', '{}', 'imported');

INSERT INTO jobs
    (id, job_id, status, transcription_text, processed_text, error_message, api_key_id, created_at, updated_at, started_at, completed_at)
VALUES
    (1, '00000000-0000-4000-8000-000000000001', 'completed', 'raw', 'text', NULL, 1, '2025-01-01 10:00', '2025-01-01 10:05', '2025-01-01 10:01', '2025-01-01 10:05'),
    -- W2, D16: any text was a status
    (2, '00000000-0000-4000-8000-000000000002', 'done', 'raw', 'text', NULL, 1, '2025-01-01 10:00', '2025-01-01 10:05', '2025-01-01 10:01', '2025-01-01 10:05'),
    (3, '00000000-0000-4000-8000-000000000003', '', NULL, NULL, NULL, 1, '2025-01-01 10:00', '2025-01-01 10:05', NULL, NULL),
    (4, '00000000-0000-4000-8000-000000000004', 'PENDING', NULL, NULL, NULL, 1, '2025-01-01 10:00', '2025-01-01 10:05', NULL, NULL),
    (5, '00000000-0000-4000-8000-000000000005', ' failed ', NULL, NULL, 'no file', 1, '2025-01-01 10:00', '2025-01-01 10:05', NULL, '2025-01-01 10:05'),
    (6, '00000000-0000-4000-8000-000000000006', 'JobStatus.completed', 'raw', NULL, NULL, 1, '2025-01-01 10:00', '2025-01-01 10:05', '2025-01-01 10:01', '2025-01-01 10:05'),
    (7, '00000000-0000-4000-8000-000000000007', 'queued', NULL, NULL, NULL, 1, '2025-01-01 10:00', '2025-01-01 10:05', NULL, NULL),
    (8, '00000000-0000-4000-8000-000000000008', E'Canceled\n', NULL, NULL, NULL, 1, '2025-01-01 10:00', '2025-01-01 10:05', NULL, NULL),
    (9, '00000000-0000-4000-8000-000000000009', 'wat', NULL, NULL, NULL, 1, '2025-01-01 10:00', '2025-01-01 10:05', '2025-01-01 10:01', NULL),
    -- W6: failed before it was queued, and no time of that; reopened; without a beginning
    (10, '00000000-0000-4000-8000-000000000010', 'failed', NULL, NULL, 'Redis is away', 1, '2025-01-01 10:00', '2025-01-01 10:05', NULL, NULL),
    (11, '00000000-0000-4000-8000-000000000011', 'processing', 'raw', 'text', 'old error', 1, '2025-01-01 10:00', '2025-01-01 10:05', '2025-01-01 10:04', '2025-01-01 10:02'),
    (12, '00000000-0000-4000-8000-000000000012', 'processing', NULL, NULL, NULL, 1, '2025-01-01 10:00', '2025-01-01 10:05', NULL, NULL),
    (13, '00000000-0000-4000-8000-000000000013', 'completed', NULL, NULL, NULL, 1, '2025-01-01 10:00', '2025-01-01 10:05', NULL, NULL),
    (14, '00000000-0000-4000-8000-000000000014', 'completed', 'raw', NULL, NULL, 1, '2025-01-01 10:00', '2025-01-01 10:05', NULL, NULL),
    (15, '00000000-0000-4000-8000-000000000015', 'pending', NULL, NULL, NULL, 1, '2025-01-01 10:00', '2025-01-01 10:05', NULL, '2025-01-01 10:05'),
    -- W21: one clock in Tehran, the other in UTC
    (16, '00000000-0000-4000-8000-000000000016', 'completed', 'raw', 'text', NULL, 1, '2025-01-01 10:00', '2025-01-01 10:05', '2025-01-01 13:31', '2025-01-01 10:05'),
    (17, '00000000-0000-4000-8000-000000000017', 'completed', 'raw', 'text', NULL, 1, '2025-01-01 10:00', '2025-01-01 06:35', '2025-01-01 06:31', '2025-01-01 06:35'),
    (18, '00000000-0000-4000-8000-000000000018', 'failed', NULL, NULL, 'x', 1, '-infinity', 'infinity', '-infinity', 'infinity'),
    (19, '00000000-0000-4000-8000-000000000019', 'pending', NULL, NULL, NULL, 1, 'infinity', 'infinity', 'infinity', '-infinity'),
    (20, '00000000-0000-4000-8000-000000000020', 'processing', NULL, NULL, NULL, 1, '2025-01-01 10:00', '2025-01-01 10:05', 'infinity', NULL),
    -- W23: of a key that was deleted
    (21, '00000000-0000-4000-8000-000000000021', 'completed', 'raw', 'text', NULL, NULL, '2025-01-01 10:00', '2025-01-01 10:05', '2025-01-01 10:01', '2025-01-01 10:05'),
    -- W17, D36: no UUID; one in capitals, one in capitals that is there already
    (22, 'job-22', 'completed', 'raw', 'text', NULL, 1, '2025-01-01 10:00', '2025-01-01 10:05', '2025-01-01 10:01', '2025-01-01 10:05'),
    (23, '', 'failed', NULL, NULL, 'x', 1, '2025-01-01 10:00', '2025-01-01 10:05', NULL, '2025-01-01 10:05'),
    (24, 'ABCDEF00-0000-4000-8000-000000000024', 'completed', 'raw', 'text', NULL, 1, '2025-01-01 10:00', '2025-01-01 10:05', '2025-01-01 10:01', '2025-01-01 10:05'),
    (25, 'ABCDEF00-0000-4000-8000-000000000026', 'completed', 'raw', 'text', NULL, 1, '2025-01-01 10:00', '2025-01-01 10:05', '2025-01-01 10:01', '2025-01-01 10:05'),
    (26, 'abcdef00-0000-4000-8000-000000000026', 'completed', 'raw', 'text', NULL, 1, '2025-01-01 10:00', '2025-01-01 10:05', '2025-01-01 10:01', '2025-01-01 10:05'),
    (27, ' 00000000-0000-4000-8000-000000000001', 'pending', NULL, NULL, NULL, 1, '2025-01-01 10:00', '2025-01-01 10:05', NULL, NULL),
    (28, '{00000000-0000-4000-8000-000000000028}', 'pending', NULL, NULL, NULL, 1, '2025-01-01 10:00', '2025-01-01 10:05', NULL, NULL);

INSERT INTO jobs
    (id, job_id, status, audio_duration, audio_size_bytes, processing_time_seconds, confidence_score, correction_count, fuzzy_match_count,
    confidence_metrics, metadata, lexicon_version, created_at, updated_at)
VALUES
    -- W16: measurements that measure nothing
    (29, '00000000-0000-4000-8000-000000000029', 'pending', -1, -1, -0.5, -0.1, -1, -2, NULL, NULL, NULL, '2025-01-01', '2025-01-02'),
    (30, '00000000-0000-4000-8000-000000000030', 'pending', 'NaN', 0, 'NaN', 'NaN', 0, 0, '{}', '{}', '7', '2025-01-01', '2025-01-02'),
    (31, '00000000-0000-4000-8000-000000000031', 'pending', 'Infinity', 9223372036854775807, 'Infinity', 'Infinity', 1, 1, '[]', '[]', '', '2025-01-01', '2025-01-02'),
    (32, '00000000-0000-4000-8000-000000000032', 'pending', '-Infinity', -9223372036854775808, '-Infinity', '-Infinity', 1, 1, 'null', 'null', NULL, '2025-01-01', '2025-01-02'),
    (33, '00000000-0000-4000-8000-000000000033', 'pending', 1e-300, 1, 0.1, 1.7, 1, 1, '5', '5', NULL, '2025-01-01', '2025-01-02'),
    (34, '00000000-0000-4000-8000-000000000034', 'pending', 0.30000000000000004, 1, 0, 1.0000000000000002, 1, 1, '"x"', '"x"', NULL, '2025-01-01', '2025-01-02'),
    -- W22: json takes what jsonb does not, and keeps what jsonb would not
    (35, '00000000-0000-4000-8000-000000000035', 'pending', NULL, NULL, NULL, 1, NULL, NULL, '{"word": "a\u0000b"}', NULL, NULL, '2025-01-01', '2025-01-02'),
    (36, '00000000-0000-4000-8000-000000000036', 'pending', NULL, NULL, NULL, 0, NULL, NULL, '{"a": 1,   "a": 2}', '{"legacy": {"status": {"was": "wat"}}}', NULL, '2025-01-01', '2025-01-02'),
    (37, '00000000-0000-4000-8000-000000000037', 'PENDING', NULL, NULL, NULL, NULL, NULL, NULL, '{"n": 1e400000}', '{"legacy": null, "deep": {"er": [1, {"and": "er"}]}}', NULL, '2025-01-01', '2025-01-02');

INSERT INTO feedback
    (id, job_id, original_text, corrected_text, status, feedback_type, lexicon_id, confidence, accuracy_score, edit_distance, review_time_seconds,
    frequency, is_processed, processed_at, reviewer, created_by, created_at, updated_at, metadata)
VALUES
    (1, 1, 'an m r i', 'an MRI', 'pending', 'correction', 'general', NULL, NULL, NULL, NULL, 1, false, NULL, 'mina', NULL, '2025-01-01', '2025-01-02', NULL),
    -- D26, D44: statuses of two migrations, and of nobody
    (2, 1, 'a', 'b', 'auto-approved', 'correction', 'general', 1, 1, 0, 0, 1, false, NULL, NULL, NULL, '2025-01-01', '2025-01-02', NULL),
    (3, 1, 'a', 'c', 'AUTO_APPROVED', 'Quality Issue', NULL, 0, 0, 1, 1, 1, true, '2025-01-03', NULL, NULL, '2025-01-01', '2025-01-02', NULL),
    (4, 1, 'a', 'd', 'wat', 'praise', NULL, NULL, NULL, NULL, NULL, 1, false, NULL, NULL, NULL, '2025-01-01', '2025-01-02', NULL),
    (5, 1, 'a', 'e', '', '', '', NULL, NULL, NULL, NULL, 1, false, NULL, NULL, NULL, '2025-01-01', '2025-01-02', NULL),
    (6, 1, 'a', 'f', ' Approved ', 'quality-issue', 'lab x ray', NULL, NULL, NULL, NULL, 1, false, NULL, NULL, 'reza', '2025-01-01', '2025-01-02', NULL),
    -- W9: decided, and by nobody; twice the same, decided both ways
    (7, 1, 'a', 'g', 'approved', 'validation', ' general', NULL, NULL, NULL, NULL, 1, false, NULL, NULL, NULL, '2025-01-01', '2025-01-02', NULL),
    (8, 1, 'a', 'g', 'rejected', 'correction', '   ', NULL, NULL, NULL, NULL, 1, false, NULL, 'mina', NULL, '2025-01-01', '2025-01-02', NULL),
    -- W16: corrects nothing, says nothing
    (9, 1, 'same', 'same', 'pending', 'correction', NULL, NULL, NULL, NULL, NULL, 1, false, NULL, NULL, NULL, '2025-01-01', '2025-01-02', NULL),
    (10, 1, 'same', 'same', 'approved', 'correction', NULL, NULL, NULL, NULL, NULL, 1, true, NULL, NULL, NULL, '2025-01-01', '2025-01-02', '{}'),
    (11, 1, '', 'x', 'pending', 'correction', NULL, NULL, NULL, NULL, NULL, 1, false, NULL, NULL, NULL, '2025-01-01', '2025-01-02', '{"legacy": 1}'),
    (12, 1, 'x', E' \n', 'pending', 'correction', NULL, NULL, NULL, NULL, NULL, 1, false, NULL, NULL, NULL, '2025-01-01', '2025-01-02', NULL),
    (13, 1, '', '', 'rejected', 'correction', NULL, NULL, NULL, NULL, NULL, 1, false, NULL, NULL, NULL, '2025-01-01', '2025-01-02', NULL),
    -- Numbers
    (14, 1, 'a', 'h', 'pending', NULL, U&'\067E\0632\0634\06A9\06CC', 95, 99.5, -1, -60, 0, false, NULL, NULL, NULL, '2025-01-01', '2025-01-02', NULL),
    (15, 1, 'a', 'i', 'pending', NULL, '../x', 'NaN', 'NaN', NULL, NULL, -3, false, NULL, NULL, NULL, '2025-01-01', '2025-01-02', '[1]'),
    (16, 1, 'a', 'j', 'pending', NULL, NULL, 'Infinity', '-Infinity', NULL, NULL, 1, false, NULL, NULL, NULL, '2025-01-01', '2025-01-02', '"x"'),
    (17, 1, 'a', 'k', 'pending', NULL, NULL, -0.1, 1.7, NULL, NULL, 1, false, NULL, NULL, NULL, '2025-01-01', '2025-01-02', 'null'),
    -- Processed at no time, and not processed at some
    (18, 1, 'a', 'l', 'approved', NULL, NULL, NULL, NULL, NULL, NULL, 1, true, NULL, NULL, NULL, '2025-01-01', '2025-01-02', NULL),
    (19, 1, 'a', 'm', 'approved', NULL, NULL, NULL, NULL, NULL, NULL, 1, false, '2025-01-03', NULL, NULL, '2025-01-01', '2025-01-02', NULL),
    (20, 1, 'a', 'n', 'approved', NULL, NULL, NULL, NULL, NULL, NULL, 1, true, 'infinity', NULL, NULL, '-infinity', 'infinity', NULL),
    -- On a job with dirt of its own
    (21, 22, 'a', 'o', 'approved', NULL, NULL, NULL, NULL, NULL, NULL, 1, false, '-infinity', NULL, NULL, 'infinity', '2025-01-02', '{"legacy": {}, "x": null}');
