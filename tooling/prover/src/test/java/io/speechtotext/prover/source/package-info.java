@NullMarked
package io.speechtotext.prover.source;

import org.jspecify.annotations.NullMarked;
