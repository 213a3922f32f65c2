@NullMarked
package io.speechtotext.prover.rows;

import org.jspecify.annotations.NullMarked;
