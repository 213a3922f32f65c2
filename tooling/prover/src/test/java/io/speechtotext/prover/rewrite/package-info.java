@NullMarked
package io.speechtotext.prover.rewrite;

import org.jspecify.annotations.NullMarked;
