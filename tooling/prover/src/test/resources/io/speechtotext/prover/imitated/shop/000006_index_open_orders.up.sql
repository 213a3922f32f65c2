CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_orders_open ON orders (placed_at) WHERE status IN ('new', 'paid');
