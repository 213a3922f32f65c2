-- Back to limits that nobody heeds. What was counted is lost with the table, and begins at nothing when it is made again.

DROP TABLE api_key_usage;

COMMENT ON COLUMN api_keys.last_used_at IS 'When the key was last accepted; NULL when it never was.';
COMMENT ON COLUMN api_keys.rate_limit IS 'Requests allowed per hour; NULL means that no limit was set for this key.';
