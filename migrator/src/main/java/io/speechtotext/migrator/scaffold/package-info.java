/** Begins a new migration: writes the files that a person then fills in. */
@NullMarked
package io.speechtotext.migrator.scaffold;

import org.jspecify.annotations.NullMarked;
