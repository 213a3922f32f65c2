-- Jobs waited in Redis, apart from their rows: a crash between the two lost a job or ran it twice, a killed worker left it in
-- processing for ever, and a failed one was never tried again. From now on the table is the queue. A worker takes a job for a time,
-- its lease, and every write of the worker names that lease; a lease that ends gives the job to another, a limited number of times.

-- There is no priority. It would have to lead the index that claims are read by, so that one class of jobs can starve another, and
-- nobody has asked for that; who must not wait gets workers and a database of their own. next_attempt_at, which retries need, also
-- delays a job on purpose.

-- The defaults stand in the catalog: no row is written. Jobs that wait are due at once; those that the old service has in
-- processing have no lease, and are given back by their age. The rules are NOT VALID only because V11, which reads all jobs anyway,
-- validates them while others write; no row that is there now can break them.
ALTER TABLE jobs
    ADD COLUMN attempts integer NOT NULL DEFAULT 0,
    ADD COLUMN max_attempts integer NOT NULL DEFAULT 3,
    ADD COLUMN next_attempt_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    ADD COLUMN worker varchar(100),
    ADD COLUMN lease_token uuid,
    ADD COLUMN lease_expires_at timestamptz,
    ADD COLUMN client_key varchar(100),
    ADD COLUMN lexicon_id varchar(100),
    ADD COLUMN error_code varchar(50),
    ADD COLUMN error_detail text,
    ADD CONSTRAINT ck_jobs_attempts CHECK (attempts >= 0) NOT VALID,
    ADD CONSTRAINT ck_jobs_max_attempts CHECK (max_attempts >= 1) NOT VALID,
    ADD CONSTRAINT ck_jobs_client_key CHECK (client_key <> '') NOT VALID,
    ADD CONSTRAINT ck_jobs_error_code CHECK (error_code ~ '^[a-z0-9_]+$') NOT VALID;

COMMENT ON COLUMN jobs.attempts IS
    'How many times a worker has taken the job, from 0 upwards; one that gave it back untouched is taken off again.';
COMMENT ON COLUMN jobs.max_attempts IS 'After how many attempts that did not succeed the job fails for good, from 1 upwards.';
COMMENT ON COLUMN jobs.next_attempt_at IS 'From when on a pending job may be taken; of no meaning in any other.';
COMMENT ON COLUMN jobs.worker IS 'Name of the worker that took the job last; NULL when none did, or one of the old service.';
COMMENT ON COLUMN jobs.lease_token IS
    'Names the lease under which the job was last taken, or the removal of its file: only who knows it may write; NULL when there was none.';
COMMENT ON COLUMN jobs.lease_expires_at IS
    'When that lease ends unless it is prolonged; NULL when it is over, and in jobs that the old service took.';
COMMENT ON COLUMN jobs.client_key IS
    'Key that the client gave its request, so that it can repeat it without making a second job; unique for an API key, NULL when it gave none.';
COMMENT ON COLUMN jobs.lexicon_id IS
    'Lexicon that was asked for, as in lexicon_terms.lexicon_id but without a foreign key; NULL when none was.';
COMMENT ON COLUMN jobs.error_code IS 'What sort of error error_message tells of, for programs, such as audio_unreadable; NULL when not stated.';
COMMENT ON COLUMN jobs.error_detail IS 'What the operators should know of the error, such as a stack trace; not for the owner of the job. NULL when there is none.';
COMMENT ON COLUMN jobs.error_message IS
    'Why the last attempt failed, in words for the owner of the job; the old service also wrote stack traces here. NULL when none failed, or a later one succeeded.';
COMMENT ON COLUMN jobs.status IS
    'One of pending, processing, completed, failed, cancelled; it has no default, the writer states it.';
COMMENT ON COLUMN jobs.started_at IS 'When work on the job first began; NULL until it did.';
COMMENT ON COLUMN jobs.completed_at IS
    'When the job became completed, failed or cancelled; NULL until then, and in jobs of the old service that failed before they were queued.';
