-- Jobs in processing are few, and ix_jobs_status_created_at finds them as well. An index of their own was one more entry for every
-- job that is taken, and served nobody but the one who looks now and then for leases that are over.

DROP INDEX CONCURRENTLY IF EXISTS ix_jobs_processing;
