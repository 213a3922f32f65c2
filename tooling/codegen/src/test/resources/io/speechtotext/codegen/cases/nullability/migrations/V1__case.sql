CREATE DOMAIN certain_text AS text NOT NULL;
CREATE TABLE jobs (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  status text NOT NULL,
  priority int NOT NULL DEFAULT 0,
  note text,
  language text DEFAULT 'de',
  created_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz(3),
  local_time timestamp NOT NULL,
  status_length int GENERATED ALWAYS AS (length(status)) STORED,
  title certain_text,
  payload jsonb NOT NULL DEFAULT '{}'
);
CREATE VIEW open_jobs AS SELECT id, note FROM jobs;
