@NullMarked
package io.speechtotext.prover.oldcode;

import org.jspecify.annotations.NullMarked;
