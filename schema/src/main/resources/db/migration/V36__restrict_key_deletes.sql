-- When an API key was deleted, its jobs forgot whose they were, and nobody could get at their texts any more. A key that has jobs shall not
-- be deleted but deactivated. V36 and V37 put a key that refuses beside each one that forgets, V38 checks all rows, V39 and V40 take the old
-- ones away. Where both are there, which one acts first is the server's choice: a delete may be refused already, or go on as before.

ALTER TABLE jobs
    ADD CONSTRAINT fk_jobs_api_key_id_restrict FOREIGN KEY (api_key_id) REFERENCES api_keys (id) ON DELETE RESTRICT NOT VALID;
