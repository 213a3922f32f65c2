/** Scripts for psql, run. */
@NullMarked
package io.speechtotext.migrator.offline;

import org.jspecify.annotations.NullMarked;
