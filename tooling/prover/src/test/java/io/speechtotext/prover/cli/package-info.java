@NullMarked
package io.speechtotext.prover.cli;

import org.jspecify.annotations.NullMarked;
