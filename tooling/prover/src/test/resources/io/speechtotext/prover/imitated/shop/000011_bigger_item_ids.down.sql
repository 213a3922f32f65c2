ALTER SEQUENCE order_items_id_seq AS INT;
ALTER TABLE order_items ALTER COLUMN id TYPE INT;
