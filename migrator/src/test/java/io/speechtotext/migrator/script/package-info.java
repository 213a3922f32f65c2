/** Scripts, read. */
@NullMarked
package io.speechtotext.migrator.script;

import org.jspecify.annotations.NullMarked;
