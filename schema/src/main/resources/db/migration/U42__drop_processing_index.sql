-- Back to an index of the jobs in processing.

CREATE INDEX CONCURRENTLY ix_jobs_processing ON jobs (id) WHERE status = 'processing';
