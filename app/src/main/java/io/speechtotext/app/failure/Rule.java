package io.speechtotext.app.failure;

import java.util.Arrays;
import java.util.Optional;

/** The rules that the database keeps, by the names of their constraints and unique indexes. */
public enum Rule {
  /** See {@link #meaning()}; so with all. */
  JOB_ID_TAKEN("uq_jobs_job_id", "another job has this id"),
  CLIENT_KEY_TAKEN("uq_jobs_client_key", "the client has used this key for another request"),
  JOB_KEY_MISSING("fk_jobs_api_key_id", "there is no such API key"),
  KEY_NAME_TAKEN("uq_api_keys_name", "another API key has this name"),
  KEY_HASH_TAKEN("uq_api_keys_key_hash", "another API key has this hash"),
  KEY_DIGEST_TAKEN("uq_api_keys_key_digest", "another API key has this digest"),
  TERM_TAKEN(
      "uq_lexicon_terms_lexicon_normalized", "the lexicon has a term of this normalized form"),
  FEEDBACK_JOB_MISSING("fk_feedback_job_id", "there is no such job");

  private final String constraint;
  private final String meaning;

  Rule(String constraint, String meaning) {
    this.constraint = constraint;
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

  /** What is the matter when it is broken, for people. */
  public String meaning() {
    return meaning;
  }
}
