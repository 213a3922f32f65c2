package io.speechtotext.prover.finding;

/** What a finding does to the build. */
public enum Severity {
  /** It fails, unless an allowance gives a reason. */
  ERROR,
  /** It goes on, and the report says so. */
  WARNING
}
