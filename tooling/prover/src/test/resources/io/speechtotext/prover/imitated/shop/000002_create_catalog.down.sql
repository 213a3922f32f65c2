BEGIN;
DROP TRIGGER IF EXISTS users_set_updated_at ON users;
DROP TABLE IF EXISTS products;
DROP TABLE IF EXISTS categories;
DROP FUNCTION IF EXISTS set_updated_at();
COMMIT;
