/** What code that was generated from the former version meets on the new one. */
@NullMarked
package io.speechtotext.prover.oldcode;

import org.jspecify.annotations.NullMarked;
