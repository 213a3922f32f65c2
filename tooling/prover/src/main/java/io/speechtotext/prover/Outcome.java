package io.speechtotext.prover;

/** What became of the attempt to prove a migration. */
public enum Outcome {
  /** All was tried; findings, if any, say what to mend. */
  PROVEN,
  /** It could not be tried to its end; nothing is known of what was not. */
  NOT_PROVEN
}
