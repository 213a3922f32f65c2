-- Back to the indexes of revision 001. Lists and workers find the same rows, and take longer. The same correction may again be several rows.

DROP INDEX CONCURRENTLY IF EXISTS ix_feedback_approved_unprocessed;
DROP INDEX CONCURRENTLY IF EXISTS ix_feedback_pending_edit_distance_id;
DROP INDEX CONCURRENTLY IF EXISTS ix_feedback_pending_accuracy_score_id;
DROP INDEX CONCURRENTLY IF EXISTS ix_feedback_edit_distance_id;
DROP INDEX CONCURRENTLY IF EXISTS ix_feedback_accuracy_score_id;
DROP INDEX CONCURRENTLY IF EXISTS ix_feedback_reviewer_created_at_id;
DROP INDEX CONCURRENTLY IF EXISTS ix_feedback_lexicon_id_created_at_id;
DROP INDEX CONCURRENTLY IF EXISTS ix_feedback_status_lexicon_id_created_at_id;
DROP INDEX CONCURRENTLY IF EXISTS ix_feedback_status_created_at_id;
DROP INDEX CONCURRENTLY IF EXISTS ix_feedback_created_at_id;
DROP INDEX CONCURRENTLY IF EXISTS uq_feedback_job_id_correction_digest;
