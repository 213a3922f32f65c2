/** Proves migrations on a real PostgreSQL: that they can be undone, and whom they hurt. */
@NullMarked
package io.speechtotext.prover;

import org.jspecify.annotations.NullMarked;
