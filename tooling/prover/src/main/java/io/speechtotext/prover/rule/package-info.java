/** The safety rules, each by the signal that proves a breach. */
@NullMarked
package io.speechtotext.prover.rule;

import org.jspecify.annotations.NullMarked;
