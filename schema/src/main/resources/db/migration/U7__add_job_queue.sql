-- Back to jobs that wait somewhere else. What is known of attempts, leases, clients' keys and lexicons asked for is lost with the
-- columns, and so are the details of errors; texts and results stay. Stop the workers first: a job that one of them has taken stays
-- in processing, and only somebody who knows that the worker is gone can put it back.

ALTER TABLE jobs
    DROP COLUMN error_detail,
    DROP COLUMN error_code,
    DROP COLUMN lexicon_id,
    DROP COLUMN client_key,
    DROP COLUMN lease_expires_at,
    DROP COLUMN lease_token,
    DROP COLUMN worker,
    DROP COLUMN next_attempt_at,
    DROP COLUMN max_attempts,
    DROP COLUMN attempts;

COMMENT ON COLUMN jobs.error_message IS
    'Why the job failed when it last did, at times with a whole stack trace; NULL when it never failed.';
COMMENT ON COLUMN jobs.status IS 'One of pending, processing, completed, failed; it has no default, the writer states it.';
COMMENT ON COLUMN jobs.started_at IS 'When work on the job began; NULL until it did.';
COMMENT ON COLUMN jobs.completed_at IS
    'When the job became completed or failed; NULL until then, and in jobs that failed before they were queued.';
