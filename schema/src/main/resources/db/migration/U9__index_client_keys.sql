-- Back to keys that make a second job when a client repeats its request.

DROP INDEX CONCURRENTLY IF EXISTS uq_jobs_client_key;
