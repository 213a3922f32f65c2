CREATE TABLE "All tables" (
    id bigint,
    "a|b" text DEFAULT 'x|y',
    "back`tick" text,
    "1st" text,
    "<b>bold</b>" text,
    "the ""quoted"" one" text,
    uk text,
    "FK-1" text,
    "größe" numeric(10, 2),
    CONSTRAINT "All tables|pkey" PRIMARY KEY (id),
    CONSTRAINT ck_lines CHECK ("a|b" <> E'one\ntwo')
);
COMMENT ON TABLE "All tables" IS E'# no heading, <script>alert("x")</script>\n--- *nor* a_rule | _nor_ `code` & so on';
COMMENT ON COLUMN "All tables".id IS E'1. no list\n\n[no link](https://example.org) ~~none~~ $x$';

CREATE TABLE "only direction TB" (
    "All tables_id" bigint NOT NULL,
    CONSTRAINT "fk `strange`" FOREIGN KEY ("All tables_id") REFERENCES "All tables" (id)
);
CREATE INDEX "ix | USING btree (x)" ON "only direction TB" ("All tables_id");
