-- Back to a queue's index that is one of several which know the status.

CREATE INDEX CONCURRENTLY ix_jobs_claim ON jobs (next_attempt_at, id) WHERE status = 'pending';

DROP INDEX CONCURRENTLY IF EXISTS ix_jobs_due;
