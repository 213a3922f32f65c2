/** Applies versioned SQL migrations, each with its undo twin, to PostgreSQL. */
@NullMarked
package io.speechtotext.migrator;

import org.jspecify.annotations.NullMarked;
