/** Runs migrations on rows that break the rules which they bring. */
@NullMarked
package io.speechtotext.prover.dependence;

import org.jspecify.annotations.NullMarked;
