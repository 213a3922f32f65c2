BEGIN;

CREATE TYPE user_role AS ENUM ('customer', 'staff', 'admin');

CREATE TABLE IF NOT EXISTS users (
    id SERIAL PRIMARY KEY,
    email VARCHAR(255) NOT NULL,
    role user_role NOT NULL DEFAULT 'customer',
    password_hash TEXT NOT NULL,
    legacy_password VARCHAR(64),
    created_at TIMESTAMP NOT NULL DEFAULT now(),
    updated_at TIMESTAMP NOT NULL DEFAULT now()
);

CREATE INDEX IF NOT EXISTS idx_users_email ON users (email);

COMMIT;
