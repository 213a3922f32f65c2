package io.speechtotext.prover.cli;

import io.speechtotext.prover.ProofListener;
import java.time.Duration;

/** Prints each version as soon as it is proven. */
interface Output extends ProofListener {

  /** Prints what there is to say behind the last version. */
  void end(Tally tally, Duration took);
}
