/** The canonical text of a database's catalog, and how two of them differ. */
@NullMarked
package io.speechtotext.migrator.snapshot;

import org.jspecify.annotations.NullMarked;
