package io.speechtotext.prover;

/** Hears of each version as soon as it is done; nothing else keeps them. */
@FunctionalInterface
public interface ProofListener {

  /** Called in the order of versions, by the thread that proves. */
  void proven(VersionProof proof);
}
