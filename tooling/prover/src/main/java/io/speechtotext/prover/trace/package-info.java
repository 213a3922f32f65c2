/** Runs a script statement by statement, and records what each locked, read and changed. */
@NullMarked
package io.speechtotext.prover.trace;

import org.jspecify.annotations.NullMarked;
