-- A worker asks for the job that has waited longest, many times a second, and must not feel how many finished jobs there are. So the
-- queue's indexes hold none of them, but for those whose files are still to be removed.

CREATE INDEX CONCURRENTLY ix_jobs_claim ON jobs (next_attempt_at, id) WHERE status = 'pending';

-- Not by lease_expires_at: prolonging a lease would then write a row's entries in all indexes anew. Only as many jobs are in processing
-- as there are workers; who looks for leases that are over may look at each.
CREATE INDEX CONCURRENTLY ix_jobs_processing ON jobs (id) WHERE status = 'processing';

CREATE INDEX CONCURRENTLY ix_jobs_audio_kept ON jobs (completed_at, id) WHERE audio_storage_path IS NOT NULL;

-- An owner looks through their jobs, newest first, page by page, all of them or those of one status. ix_jobs_api_key_id finds all jobs
-- of a key and leaves them to be sorted for every page; these two hold them in the list's order, so that each page costs the same.

CREATE INDEX CONCURRENTLY ix_jobs_api_key_id_created_at ON jobs (api_key_id, created_at DESC, id DESC);

CREATE INDEX CONCURRENTLY ix_jobs_api_key_id_status_created_at ON jobs (api_key_id, status, created_at DESC, id DESC);
