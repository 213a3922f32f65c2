-- A database that the Python service created must be adoptable without moving a row. So this version holds exactly what that
-- service's first revision held, name for name: also what we would not choose today, such as 4-byte ids, status without a rule,
-- and ix_jobs_job_id beside the unique index on the same column. Later versions improve on it, one topic at a time.

CREATE TABLE api_keys (
    id serial,
    key_hash varchar(128) NOT NULL,
    name varchar(255) NOT NULL,
    description text,
    is_active boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    last_used_at timestamptz,
    expires_at timestamptz,
    rate_limit integer,
    metadata jsonb,
    CONSTRAINT api_keys_pkey PRIMARY KEY (id),
    CONSTRAINT uq_api_keys_key_hash UNIQUE (key_hash),
    CONSTRAINT uq_api_keys_name UNIQUE (name)
);

CREATE INDEX ix_api_keys_is_active ON api_keys (is_active);
CREATE INDEX ix_api_keys_created_at ON api_keys (created_at);
CREATE INDEX ix_api_keys_expires_at ON api_keys (expires_at);

COMMENT ON TABLE api_keys IS 'Keys by which clients of the service identify themselves, one row for each key.';
COMMENT ON COLUMN api_keys.id IS 'Internal id, drawn from api_keys_id_seq.';
COMMENT ON COLUMN api_keys.key_hash IS 'One-way digest of the secret key, as text; the key itself is stored nowhere.';
COMMENT ON COLUMN api_keys.name IS 'Name of the project or client that holds the key; unique, inactive keys included.';
COMMENT ON COLUMN api_keys.description IS 'What the key is for, in free words; NULL when nobody said.';
COMMENT ON COLUMN api_keys.is_active IS 'False once the key was withdrawn: it then opens nothing, but its row and its jobs remain.';
COMMENT ON COLUMN api_keys.created_at IS 'When the row was inserted (start of that transaction).';
COMMENT ON COLUMN api_keys.updated_at IS
    'When the row was last changed; the database sets it at insert only, later it is up to the writer.';
COMMENT ON COLUMN api_keys.last_used_at IS 'When the key was last accepted; NULL when it never was.';
COMMENT ON COLUMN api_keys.expires_at IS 'From when on the key is no longer valid; NULL means that it never expires.';
COMMENT ON COLUMN api_keys.rate_limit IS 'Requests allowed per hour; NULL means that no limit was set for this key.';
COMMENT ON COLUMN api_keys.metadata IS 'Further facts about the key, a JSON object; NULL when there are none.';

CREATE TABLE lexicon_terms (
    id serial,
    term varchar(255) NOT NULL,
    normalized_term varchar(255) NOT NULL,
    category varchar(100),
    language varchar(10),
    frequency integer NOT NULL DEFAULT 0,
    confidence_boost double precision,
    alternatives jsonb,
    source varchar(100),
    metadata jsonb,
    is_active boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    created_by varchar(100),
    CONSTRAINT lexicon_terms_pkey PRIMARY KEY (id),
    CONSTRAINT uq_lexicon_terms_term UNIQUE (term)
);

CREATE INDEX ix_lexicon_terms_normalized_term ON lexicon_terms (normalized_term);
CREATE INDEX ix_lexicon_terms_category ON lexicon_terms (category);
CREATE INDEX ix_lexicon_terms_language ON lexicon_terms (language);
CREATE INDEX ix_lexicon_terms_is_active ON lexicon_terms (is_active);
CREATE INDEX ix_lexicon_terms_frequency ON lexicon_terms (frequency);
CREATE INDEX ix_lexicon_terms_source ON lexicon_terms (source);

COMMENT ON TABLE lexicon_terms IS 'Words and names that transcripts should spell right: one list for the whole service.';
COMMENT ON COLUMN lexicon_terms.id IS 'Internal id, drawn from lexicon_terms_id_seq.';
COMMENT ON COLUMN lexicon_terms.term IS 'The term in its right spelling; unique, inactive rows included.';
COMMENT ON COLUMN lexicon_terms.normalized_term IS
    'Form of term by which terms are compared, such as its lower case; the writer computes it, and several terms may share one.';
COMMENT ON COLUMN lexicon_terms.category IS 'Subject that the term belongs to, in free words; NULL when not stated.';
COMMENT ON COLUMN lexicon_terms.language IS 'Code of the language that the term belongs to, such as en or fa; NULL when not stated.';
COMMENT ON COLUMN lexicon_terms.frequency IS 'How many times the term was met, from 0 upwards.';
COMMENT ON COLUMN lexicon_terms.confidence_boost IS
    'How much more readily the term should be recognised than others, without a unit; NULL means no more than others.';
COMMENT ON COLUMN lexicon_terms.alternatives IS 'Other spellings of the term, a JSON array of strings; NULL when none are known.';
COMMENT ON COLUMN lexicon_terms.source IS 'Where the term came from: manual, learned or imported; NULL when not stated.';
COMMENT ON COLUMN lexicon_terms.metadata IS 'Further facts about the term, a JSON object; NULL when there are none.';
COMMENT ON COLUMN lexicon_terms.is_active IS
    'False once the term was taken out of use: transcripts ignore it, but its row still counts for the unique constraints.';
COMMENT ON COLUMN lexicon_terms.created_at IS 'When the row was inserted (start of that transaction).';
COMMENT ON COLUMN lexicon_terms.updated_at IS
    'When the row was last changed; the database sets it at insert only, later it is up to the writer.';
COMMENT ON COLUMN lexicon_terms.created_by IS 'Who added the term, as the caller named them; NULL when not stated.';

CREATE TABLE jobs (
    id serial,
    job_id varchar(100) NOT NULL,
    status varchar(50) NOT NULL,
    audio_filename varchar(500),
    audio_format varchar(10),
    audio_duration double precision,
    audio_size_bytes bigint,
    audio_storage_path varchar(1000),
    language varchar(10),
    model_name varchar(100),
    transcription_text text,
    lexicon_version varchar(50),
    processing_time_seconds double precision,
    error_message text,
    metadata jsonb,
    api_key_id integer,
    created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    started_at timestamptz,
    completed_at timestamptz,
    submitted_by varchar(100),
    CONSTRAINT jobs_pkey PRIMARY KEY (id),
    CONSTRAINT uq_jobs_job_id UNIQUE (job_id),
    CONSTRAINT fk_jobs_api_key_id FOREIGN KEY (api_key_id) REFERENCES api_keys (id) ON DELETE SET NULL
);

CREATE INDEX ix_jobs_job_id ON jobs (job_id);
CREATE INDEX ix_jobs_status ON jobs (status);
CREATE INDEX ix_jobs_created_at ON jobs (created_at);
CREATE INDEX ix_jobs_completed_at ON jobs (completed_at);
CREATE INDEX ix_jobs_api_key_id ON jobs (api_key_id);
CREATE INDEX ix_jobs_submitted_by ON jobs (submitted_by);
CREATE INDEX ix_jobs_language ON jobs (language);
CREATE INDEX ix_jobs_model_name ON jobs (model_name);
CREATE INDEX ix_jobs_status_created_at ON jobs (status, created_at);

COMMENT ON TABLE jobs IS 'Transcription jobs, one row for each submitted recording, from its submission to its result.';
COMMENT ON COLUMN jobs.id IS 'Internal id, drawn from jobs_id_seq; feedback.job_id refers to it, clients never see it.';
COMMENT ON COLUMN jobs.job_id IS 'Public id of the job, a UUID stored as text; not what feedback.job_id refers to, which is id.';
COMMENT ON COLUMN jobs.status IS 'One of pending, processing, completed, failed; it has no default, the writer states it.';
COMMENT ON COLUMN jobs.audio_filename IS 'Name of the recording''s file as the client sent it; NULL when not known.';
COMMENT ON COLUMN jobs.audio_format IS
    'Format of the recording, as its file''s extension without the dot, such as mp3; NULL when not known.';
COMMENT ON COLUMN jobs.audio_duration IS 'Length of the recording in seconds; NULL when not measured.';
COMMENT ON COLUMN jobs.audio_size_bytes IS 'Size of the recording''s file in bytes; NULL when not known.';
COMMENT ON COLUMN jobs.audio_storage_path IS 'Where the recording''s file is kept; NULL when no file is kept, or no longer.';
COMMENT ON COLUMN jobs.language IS 'Code of the spoken language as the client stated it, such as en or fa; NULL leaves it to the model.';
COMMENT ON COLUMN jobs.model_name IS 'Name of the speech model that the job is for, such as whisper-1; NULL when not stated.';
COMMENT ON COLUMN jobs.transcription_text IS 'Text of the recording as the model returned it; NULL until it did.';
COMMENT ON COLUMN jobs.lexicon_version IS 'Version of the lexicon that was applied to the text; NULL when not recorded.';
COMMENT ON COLUMN jobs.processing_time_seconds IS 'How long the work on the job took, in seconds; NULL when not measured.';
COMMENT ON COLUMN jobs.error_message IS
    'Why the job failed when it last did, at times with a whole stack trace; NULL when it never failed.';
COMMENT ON COLUMN jobs.metadata IS 'Further facts about the job, a JSON object; NULL when there are none.';
COMMENT ON COLUMN jobs.api_key_id IS
    'Key with which the job was submitted (api_keys.id); NULL when there was none, or when that key''s row was deleted.';
COMMENT ON COLUMN jobs.created_at IS 'When the row was inserted (start of that transaction).';
COMMENT ON COLUMN jobs.updated_at IS 'When the row was last changed; the database sets it at insert only, later it is up to the writer.';
COMMENT ON COLUMN jobs.started_at IS 'When work on the job began; NULL until it did.';
COMMENT ON COLUMN jobs.completed_at IS
    'When the job became completed or failed; NULL until then, and in jobs that failed before they were queued.';
COMMENT ON COLUMN jobs.submitted_by IS 'Who submitted the job, as the caller named them; NULL when not stated.';

CREATE TABLE feedback (
    id serial,
    job_id integer NOT NULL,
    original_text text NOT NULL,
    corrected_text text NOT NULL,
    diff_data jsonb,
    edit_distance integer,
    accuracy_score double precision,
    reviewer varchar(100),
    review_time_seconds integer,
    review_notes text,
    extracted_terms jsonb,
    feedback_type varchar(50),
    is_processed boolean NOT NULL DEFAULT false,
    metadata jsonb,
    created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    processed_at timestamptz,
    CONSTRAINT feedback_pkey PRIMARY KEY (id),
    CONSTRAINT fk_feedback_job_id FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE
);

CREATE INDEX ix_feedback_job_id ON feedback (job_id);
CREATE INDEX ix_feedback_reviewer ON feedback (reviewer);
CREATE INDEX ix_feedback_created_at ON feedback (created_at);
CREATE INDEX ix_feedback_is_processed ON feedback (is_processed);
CREATE INDEX ix_feedback_feedback_type ON feedback (feedback_type);
CREATE INDEX ix_feedback_accuracy_score ON feedback (accuracy_score);
CREATE INDEX ix_feedback_is_processed_created_at ON feedback (is_processed, created_at);

COMMENT ON TABLE feedback IS 'What people said about the text of a job, one row for each remark or correction.';
COMMENT ON COLUMN feedback.id IS 'Internal id, drawn from feedback_id_seq.';
COMMENT ON COLUMN feedback.job_id IS
    'Internal id of the job (jobs.id, an integer), not its public UUID (jobs.job_id); the row is deleted along with that job.';
COMMENT ON COLUMN feedback.original_text IS 'Text of the job as it was when it was judged.';
COMMENT ON COLUMN feedback.corrected_text IS 'Text as it should read instead.';
COMMENT ON COLUMN feedback.diff_data IS 'Differences between original_text and corrected_text as JSON; NULL when not computed.';
COMMENT ON COLUMN feedback.edit_distance IS
    'Fewest single-character edits that turn original_text into corrected_text, from 0 upwards; NULL when not computed.';
COMMENT ON COLUMN feedback.accuracy_score IS 'How right original_text was, from 0 (nothing) to 1 (everything); NULL when not computed.';
COMMENT ON COLUMN feedback.reviewer IS 'Who gave the feedback, as the caller named them; NULL when not stated.';
COMMENT ON COLUMN feedback.review_time_seconds IS 'How long the review took, in whole seconds; NULL when not measured.';
COMMENT ON COLUMN feedback.review_notes IS 'Remarks in free words; NULL when there are none.';
COMMENT ON COLUMN feedback.extracted_terms IS
    'Terms of the correction that the lexicon might learn, a JSON array; NULL when not extracted.';
COMMENT ON COLUMN feedback.feedback_type IS 'One of correction, validation, quality_issue; NULL when not stated.';
COMMENT ON COLUMN feedback.is_processed IS 'True once the feedback was put to use, for instance as a term of the lexicon.';
COMMENT ON COLUMN feedback.metadata IS 'Further facts about the feedback, a JSON object; NULL when there are none.';
COMMENT ON COLUMN feedback.created_at IS 'When the row was inserted (start of that transaction).';
COMMENT ON COLUMN feedback.updated_at IS
    'When the row was last changed; the database sets it at insert only, later it is up to the writer.';
COMMENT ON COLUMN feedback.processed_at IS 'When is_processed became true; NULL while it is false.';
