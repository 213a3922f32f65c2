BEGIN;
DROP TABLE IF EXISTS carts, order_items, orders;
DROP TYPE IF EXISTS order_status;
COMMIT;
