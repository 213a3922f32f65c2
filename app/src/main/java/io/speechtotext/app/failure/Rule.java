package io.speechtotext.app.failure;

import java.util.Arrays;
import java.util.Optional;

/**
 * The rules that the database keeps, by the names of their constraints and unique indexes. A test
 * holds this list to the schema.
 */
public enum Rule {
  // Of a row against others: ConflictException.
  /** See {@link #meaning()}; so with all. */
  JOB_ID_TAKEN("uq_jobs_job_id", "another job has this id"),
  CLIENT_KEY_TAKEN("uq_jobs_client_key", "the client has used this key for another request"),
  JOB_KEY_MISSING(
      "fk_jobs_api_key_id", "there is no such API key, or jobs keep it from being deleted"),
  KEY_NAME_TAKEN("uq_api_keys_name", "another API key has this name"),
  KEY_HASH_TAKEN("uq_api_keys_key_hash", "another API key has this hash"),
  KEY_DIGEST_TAKEN("uq_api_keys_key_digest", "another API key has this digest"),
  KEY_OF_USAGE_MISSING("fk_api_key_usage_api_key_id", "there is no such API key"),
  TERM_TAKEN(
      "uq_lexicon_terms_lexicon_normalized", "the lexicon has a term of this normalized form"),
  FEEDBACK_JOB_MISSING(
      "fk_feedback_job_id", "there is no such job, or feedback keeps it from being deleted"),
  CORRECTION_TAKEN("uq_feedback_job_id_correction_digest", "the job has this correction already"),

  // Of a row against what it was: RefusedTransitionException. Kept by a trigger.
  JOB_REOPENED("ck_jobs_reopened", "has ended and stays as it is"),

  // Of a value: InvalidValueException.
  KEY_NAME("ck_api_keys_name", "apiKey.name", "is not blank"),
  KEY_RATE_LIMIT("ck_api_keys_rate_limit", "apiKey.rateLimit", "is 1 or more"),
  KEY_METADATA("ck_api_keys_metadata", "apiKey.metadata", "is a JSON object"),
  KEY_DIGEST("ck_api_keys_key_digest", "apiKey.keyDigest", "has 32 bytes"),
  KEY_TIMES("ck_api_keys_times", "apiKey's times", "are of the calendar"),
  USAGE_HOUR("ck_api_key_usage_hour", "usage.hour", "is a full hour"),
  USAGE_REQUESTS("ck_api_key_usage_requests", "usage.requests", "is 1 or more"),
  TERM_BLANK("ck_lexicon_terms_term", "term.term", "is not blank"),
  TERM_FORM(
      "ck_lexicon_terms_normalized_term", "term.normalizedTerm", "is the normal form of the term"),
  TERM_REPLACEMENT("ck_lexicon_terms_replacement", "term.replacement", "is not blank"),
  TERM_LEXICON(
      "ck_lexicon_terms_lexicon_id",
      "term.lexiconId",
      "is 1 to 100 ASCII letters, digits, _ and -"),
  LEXICON_ID(
      "ck_lexicons_lexicon_id", "lexicon.lexiconId", "is 1 to 100 ASCII letters, digits, _ and -"),
  TERM_FREQUENCY("ck_lexicon_terms_frequency", "term.frequency", "is 0 or more"),
  TERM_BOOST("ck_lexicon_terms_confidence_boost", "term.confidenceBoost", "is a finite number"),
  TERM_METADATA("ck_lexicon_terms_metadata", "term.metadata", "is a JSON object"),
  TERM_TIMES("ck_lexicon_terms_times", "term's times", "are of the calendar"),
  JOB_ID_FORM("ck_jobs_job_id", "job.jobId", "is a UUID in lower case"),
  JOB_CLIENT_KEY("ck_jobs_client_key", "job.clientKey", "is not empty"),
  JOB_STATUS(
      "ck_jobs_status", "job.status", "is pending, processing, completed, failed or cancelled"),
  JOB_LEXICON("ck_jobs_lexicon_id", "job.lexiconId", "is 1 to 100 ASCII letters, digits, _ and -"),
  JOB_ATTEMPTS("ck_jobs_attempts", "job.attempts", "is 0 or more"),
  JOB_MAX_ATTEMPTS("ck_jobs_max_attempts", "job.maxAttempts", "is 1 or more"),
  JOB_ERROR_CODE("ck_jobs_error_code", "job.errorCode", "is lower-case letters, digits and _"),
  JOB_AUDIO_DURATION("ck_jobs_audio_duration", "job.audioDuration", "is 0 seconds or more"),
  JOB_AUDIO_SIZE("ck_jobs_audio_size_bytes", "job.audioSizeBytes", "is 0 or more"),
  JOB_PROCESSING_TIME(
      "ck_jobs_processing_time_seconds", "job.processingTimeSeconds", "is 0 or more"),
  JOB_CONFIDENCE("ck_jobs_confidence_score", "job.confidenceScore", "is a number from 0 to 1"),
  JOB_CORRECTIONS("ck_jobs_correction_count", "job.correctionCount", "is 0 or more"),
  JOB_FUZZY_MATCHES("ck_jobs_fuzzy_match_count", "job.fuzzyMatchCount", "is 0 or more"),
  JOB_METADATA("ck_jobs_metadata", "job.metadata", "is a JSON object"),
  JOB_TIMES("ck_jobs_times", "job's times", "are of the calendar"),
  JOB_STARTED("ck_jobs_started_at", "job.startedAt", "is there once a job has begun"),
  JOB_ENDED(
      "ck_jobs_completed_at", "job.completedAt", "is there once a job has ended, and not before"),
  JOB_ENDED_AFTER_START(
      "ck_jobs_completed_after_start", "job.completedAt", "is not before its start"),
  JOB_LEASE("ck_jobs_lease", "job.leaseExpiresAt", "needs the lease's token"),
  FEEDBACK_STATUS("ck_feedback_status", "feedback.status", "is pending, approved or rejected"),
  FEEDBACK_TYPE(
      "ck_feedback_feedback_type",
      "feedback.feedbackType",
      "is correction, validation or quality_issue"),
  FEEDBACK_TEXTS("ck_feedback_texts", "feedback's texts", "are not blank, and differ"),
  FEEDBACK_LEXICON(
      "ck_feedback_lexicon_id", "feedback.lexiconId", "is 1 to 100 ASCII letters, digits, _ and -"),
  FEEDBACK_CONFIDENCE("ck_feedback_confidence", "feedback.confidence", "is a number from 0 to 1"),
  FEEDBACK_ACCURACY(
      "ck_feedback_accuracy_score", "feedback.accuracyScore", "is a number from 0 to 1"),
  FEEDBACK_DISTANCE("ck_feedback_edit_distance", "feedback.editDistance", "is 0 or more"),
  FEEDBACK_REVIEW_TIME(
      "ck_feedback_review_time_seconds", "feedback.reviewTimeSeconds", "is 0 or more"),
  FEEDBACK_FREQUENCY("ck_feedback_frequency", "feedback.frequency", "is 1 or more"),
  FEEDBACK_METADATA("ck_feedback_metadata", "feedback.metadata", "is a JSON object"),
  FEEDBACK_TIMES("ck_feedback_times", "feedback's times", "are of the calendar"),
  FEEDBACK_PROCESSED(
      "ck_feedback_processed_at",
      "feedback.processedAt",
      "is there once it is processed, and not before"),
  FEEDBACK_REVIEWED(
      "ck_feedback_reviewed_at", "feedback.reviewedAt", "is not there before the review");

  private final String constraint;
  private final Optional<String> field;
  private final String meaning;

  Rule(String constraint, String meaning) {
    this.constraint = constraint;
    this.field = Optional.empty();
    this.meaning = meaning;
  }

  Rule(String constraint, String field, String meaning) {
    this.constraint = constraint;
    this.field = Optional.of(field);
    this.meaning = meaning;
  }

  /** The rule that a constraint keeps. */
  public static Optional<Rule> of(String constraint) {
    return Arrays.stream(values()).filter(rule -> rule.constraint.equals(constraint)).findFirst();
  }

  /** The constraint's or unique index's name. */
  public String constraint() {
    return constraint;
  }

  /**
   * Whose value it is about, such as {@code job.status}; empty when it is about other rows, or
   * about what the row was.
   */
  public Optional<String> field() {
    return field;
  }

  /**
   * For people: what is the matter when it is broken, or, for a rule about a value, what the value
   * has to be, as a phrase that goes on from the field's name.
   */
  public String meaning() {
    return meaning;
  }
}
