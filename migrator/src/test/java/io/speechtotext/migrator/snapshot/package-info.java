/** Tests of the snapshot. */
@NullMarked
package io.speechtotext.migrator.snapshot;

import org.jspecify.annotations.NullMarked;
