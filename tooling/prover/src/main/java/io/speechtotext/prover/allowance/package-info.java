/** Breaches that somebody allows, each with a reason, in files beside the scripts. */
@NullMarked
package io.speechtotext.prover.allowance;

import org.jspecify.annotations.NullMarked;
