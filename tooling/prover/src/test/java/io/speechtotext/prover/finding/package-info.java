@NullMarked
package io.speechtotext.prover.finding;

import org.jspecify.annotations.NullMarked;
