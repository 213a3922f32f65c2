@NullMarked
package io.speechtotext.prover.report;

import org.jspecify.annotations.NullMarked;
