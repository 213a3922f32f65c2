/** Undoes a migration on a database with rows, and compares with what was there before it. */
@NullMarked
package io.speechtotext.prover.undo;

import org.jspecify.annotations.NullMarked;
