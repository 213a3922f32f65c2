/** The table in which Flyway, and this module beside it, note what was done to a database. */
@NullMarked
package io.speechtotext.migrator.history;

import org.jspecify.annotations.NullMarked;
