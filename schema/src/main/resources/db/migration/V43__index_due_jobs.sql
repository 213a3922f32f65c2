-- Whoever looks at a table while the queue is empty, as the server does for its statistics, learns that no job is pending. The server then
-- took ix_jobs_status for as good as the queue's own index, and when many jobs came at once, each claim read and sorted them all. No index
-- on the status serves a condition that is written like this one, and so claims are left with the queue's own, whatever the statistics say.

CREATE INDEX CONCURRENTLY ix_jobs_due ON jobs (next_attempt_at, id) WHERE (status = 'pending') IS TRUE;

DROP INDEX CONCURRENTLY IF EXISTS ix_jobs_claim;
