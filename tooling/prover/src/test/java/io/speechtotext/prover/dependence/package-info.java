@NullMarked
package io.speechtotext.prover.dependence;

import org.jspecify.annotations.NullMarked;
