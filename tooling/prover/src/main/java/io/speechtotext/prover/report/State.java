package io.speechtotext.prover.report;

/** What a migration made of a thing. */
enum State {
  ADDED,
  DROPPED,
  CHANGED,
  SAME
}
