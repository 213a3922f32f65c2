/** Migrations as files: in the layouts that are in use. */
@NullMarked
package io.speechtotext.prover.source;

import org.jspecify.annotations.NullMarked;
