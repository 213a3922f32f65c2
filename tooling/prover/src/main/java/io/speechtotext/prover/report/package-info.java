/** What the proofs brought to light, as a page for reviewers and as JSON for programs. */
@NullMarked
package io.speechtotext.prover.report;

import org.jspecify.annotations.NullMarked;
