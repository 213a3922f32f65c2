@NullMarked
package io.speechtotext.prover;

import org.jspecify.annotations.NullMarked;
