@NullMarked
package io.speechtotext.prover.document;

import org.jspecify.annotations.NullMarked;
