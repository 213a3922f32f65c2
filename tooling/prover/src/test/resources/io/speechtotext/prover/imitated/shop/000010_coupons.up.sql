BEGIN;

SET LOCAL lock_timeout = '2s';

CREATE TABLE IF NOT EXISTS coupons (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code VARCHAR(32) NOT NULL,
    percent SMALLINT NOT NULL CHECK (percent BETWEEN 1 AND 100),
    valid_from DATE NOT NULL,
    valid_until DATE,
    CONSTRAINT coupons_valid_dates CHECK (valid_until >= valid_from)
);
CREATE UNIQUE INDEX IF NOT EXISTS idx_coupons_code ON coupons (upper(code));

ALTER TABLE orders ADD COLUMN IF NOT EXISTS coupon_id BIGINT REFERENCES coupons (id);
ALTER TABLE orders ADD CONSTRAINT orders_total_not_negative CHECK (total >= 0);
ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE (email);

COMMIT;
