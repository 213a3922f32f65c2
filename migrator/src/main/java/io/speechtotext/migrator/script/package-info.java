/** Reads scripts the way Flyway does, and writes out what running them would send. */
@NullMarked
package io.speechtotext.migrator.script;

import org.jspecify.annotations.NullMarked;
