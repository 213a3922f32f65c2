/** The history, held against Flyway's own. */
@NullMarked
package io.speechtotext.migrator.history;

import org.jspecify.annotations.NullMarked;
