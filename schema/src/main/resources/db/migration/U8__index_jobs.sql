-- Back to a queue without indexes of its own: claims read all jobs that wait, and lists are sorted for every page.

DROP INDEX CONCURRENTLY IF EXISTS ix_jobs_api_key_id_status_created_at;

DROP INDEX CONCURRENTLY IF EXISTS ix_jobs_api_key_id_created_at;

DROP INDEX CONCURRENTLY IF EXISTS ix_jobs_audio_kept;

DROP INDEX CONCURRENTLY IF EXISTS ix_jobs_processing;

DROP INDEX CONCURRENTLY IF EXISTS ix_jobs_claim;
