-- A change of the everyday kind, for the benchmark only.

ALTER TABLE jobs
    ADD COLUMN bench_marker text;

COMMENT ON COLUMN jobs.bench_marker IS 'Read by nobody.';
