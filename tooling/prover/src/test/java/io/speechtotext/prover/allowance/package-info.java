@NullMarked
package io.speechtotext.prover.allowance;

import org.jspecify.annotations.NullMarked;
