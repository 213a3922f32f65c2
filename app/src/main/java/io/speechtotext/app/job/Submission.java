package io.speechtotext.app.job;

/**
 * What came of submitting a job.
 *
 * @param job as it stands in the database
 * @param isNew false when an earlier request of the same client had made it already: then what this
 *     request stored for it, such as a file, is not used
 */
public record Submission(JobSummary job, boolean isNew) {}
