CREATE TYPE binding AS ENUM ('paper', 'cloth');
CREATE SCHEMA desk;

CREATE TABLE reader (
    id bigint GENERATED ALWAYS AS IDENTITY,
    card varchar(20) NOT NULL,
    name text NOT NULL,
    sort_name text GENERATED ALWAYS AS (lower(name)) STORED,
    joined_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT reader_pkey PRIMARY KEY (id),
    CONSTRAINT uq_reader_card UNIQUE (card)
);
COMMENT ON TABLE reader IS 'Who may borrow.';
COMMENT ON COLUMN reader.card IS 'Number of the card, which is shown at the desk.';

CREATE TABLE book (
    id bigint,
    title text NOT NULL,
    binding binding NOT NULL DEFAULT 'paper',
    weight numeric(6, 3),
    tags text[],
    bought_on timestamp,
    CONSTRAINT book_pkey PRIMARY KEY (id),
    CONSTRAINT ck_book_weight CHECK (weight > 0 AND weight < 100)
);
CREATE INDEX ix_book_title ON book (lower(title)) WHERE bought_on IS NOT NULL;
CREATE UNIQUE INDEX ix_book_tags ON book (tags, id);
CREATE INDEX ix_book_bought_on ON book USING brin (timezone('UTC', bought_on));
COMMENT ON INDEX ix_book_title IS 'For the search at the entrance.';

CREATE TABLE desk.loan (
    book_id bigint NOT NULL,
    reader_id bigint,
    CONSTRAINT loan_pkey PRIMARY KEY (book_id),
    CONSTRAINT fk_loan_book FOREIGN KEY (book_id) REFERENCES book (id) ON DELETE CASCADE,
    CONSTRAINT fk_loan_reader FOREIGN KEY (reader_id) REFERENCES reader (id)
);
COMMENT ON TABLE desk.loan IS 'Which book is with whom; a book is lent once at a time.';

CREATE TABLE visit (
    day date NOT NULL,
    guide_id bigint,
    CONSTRAINT fk_visit_guide FOREIGN KEY (guide_id) REFERENCES reader (id)
) PARTITION BY RANGE (day);
CREATE TABLE visit_2026 PARTITION OF visit FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

CREATE TABLE flyway_schema_history (version text);
