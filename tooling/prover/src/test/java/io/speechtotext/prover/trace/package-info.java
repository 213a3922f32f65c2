@NullMarked
package io.speechtotext.prover.trace;

import org.jspecify.annotations.NullMarked;
