-- Who may administer the service must be stated, not guessed from a key's name: a club called badminton would pass for an admin.

-- No key becomes an admin by migrating: the default makes every existing one false, in the catalog and without writing a row.
ALTER TABLE api_keys
    ADD COLUMN is_admin boolean NOT NULL DEFAULT false;

CREATE INDEX ix_api_keys_is_admin ON api_keys (is_admin);

COMMENT ON COLUMN api_keys.is_admin IS 'True when the key may administer the service; no name and no metadata gives that right.';
