/** Writes out the SQL of a way up or down, for psql. */
@NullMarked
package io.speechtotext.migrator.offline;

import org.jspecify.annotations.NullMarked;
