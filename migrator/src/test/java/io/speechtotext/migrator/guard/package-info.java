/** The guard: what it finds, counts and copies. */
@NullMarked
package io.speechtotext.migrator.guard;

import org.jspecify.annotations.NullMarked;
