@NullMarked
package io.speechtotext.prover.rule;

import org.jspecify.annotations.NullMarked;
