/** Reads scripts the way that Flyway reads them. */
@NullMarked
package io.speechtotext.migrator.script;

import org.jspecify.annotations.NullMarked;
