/** Takes statements apart, and writes the safe ones that findings show. */
@NullMarked
package io.speechtotext.prover.rewrite;

import org.jspecify.annotations.NullMarked;
