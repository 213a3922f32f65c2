-- A client that repeats a request, since it never saw the answer, gives it the key that it gave before. One job for one key, also when
-- both requests come in at once: only the database can promise that.

CREATE UNIQUE INDEX CONCURRENTLY uq_jobs_client_key ON jobs (api_key_id, client_key) WHERE client_key IS NOT NULL;
