-- The rules of V24 for all rows. Some may have been written between the repair of V23 and those rules: they are repaired first, in
-- batches as before. Then the server reads the table once, while others go on reading and writing.

-- Repeatable: rows that were repaired are passed over, and without the procedure there are none left
DO $repair$
BEGIN
    IF to_regprocedure('repair_api_keys()') IS NOT NULL THEN
        CALL repair_api_keys();
    END IF;
END
$repair$;

ALTER TABLE api_keys
    VALIDATE CONSTRAINT ck_api_keys_name,
    VALIDATE CONSTRAINT ck_api_keys_rate_limit,
    VALIDATE CONSTRAINT ck_api_keys_metadata,
    VALIDATE CONSTRAINT ck_api_keys_times;

DROP PROCEDURE IF EXISTS repair_api_keys();
DROP VIEW IF EXISTS repaired_api_keys;
