
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

