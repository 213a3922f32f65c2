/** Keeps data from being lost unseen: finds what an undo drops, counts it, copies it. */
@NullMarked
package io.speechtotext.migrator.guard;

import org.jspecify.annotations.NullMarked;
