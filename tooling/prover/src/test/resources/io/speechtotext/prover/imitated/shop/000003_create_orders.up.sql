BEGIN;

DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'order_status') THEN
        CREATE TYPE order_status AS ENUM ('new', 'paid', 'shipped', 'cancelled');
    END IF;
END
$$;

CREATE TABLE IF NOT EXISTS orders (
    id BIGSERIAL PRIMARY KEY,
    user_id INT NOT NULL REFERENCES users (id),
    status order_status NOT NULL DEFAULT 'new',
    note TEXT,
    total NUMERIC(12, 2),
    placed_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS order_items (
    id SERIAL PRIMARY KEY,
    order_id BIGINT NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
    product_id BIGINT NOT NULL REFERENCES products (id),
    quantity INT NOT NULL DEFAULT 1 CHECK (quantity > 0),
    UNIQUE (order_id, product_id)
);

CREATE TABLE IF NOT EXISTS carts (
    id UUID PRIMARY KEY,
    user_id INT REFERENCES users (id) ON DELETE CASCADE,
    content JSONB NOT NULL DEFAULT '[]'
);

COMMIT;
