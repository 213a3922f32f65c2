CREATE TYPE job_status AS ENUM ('pending', 'in-progress', 'class', '2');
CREATE TYPE span AS (low int, high int);
CREATE TABLE segments (
  tags text[],
  words text[] NOT NULL,
  grid int[][] NOT NULL DEFAULT '{}',
  audio bytea,
  checksum bytea NOT NULL,
  status job_status,
  first_status job_status NOT NULL DEFAULT 'pending',
  statuses job_status[],
  span span,
  key uuid NOT NULL
);
