-- Takes the benchmark's column away again.

ALTER TABLE jobs
    DROP COLUMN bench_marker;
