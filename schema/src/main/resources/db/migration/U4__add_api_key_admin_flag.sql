-- Back to keys that are all alike. Which of them were admins is lost with the column: note it down before, if it is to come back.

DROP INDEX ix_api_keys_is_admin;

ALTER TABLE api_keys
    DROP COLUMN is_admin;
