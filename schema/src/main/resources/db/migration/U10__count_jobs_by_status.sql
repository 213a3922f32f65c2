-- Back to counts that read all jobs. Nothing is lost but the counts, which V10 and V11 make again.

DROP TRIGGER count_truncated ON jobs;
DROP TRIGGER count_deleted ON jobs;
DROP TRIGGER count_updated ON jobs;
DROP TRIGGER count_inserted ON jobs;

DROP FUNCTION count_truncated_jobs();
DROP FUNCTION count_deleted_jobs();
DROP FUNCTION count_updated_jobs();
DROP FUNCTION count_inserted_jobs();

DROP TABLE job_status_changes;
