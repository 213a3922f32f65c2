/** Scripts, read and written out. */
@NullMarked
package io.speechtotext.migrator.script;

import org.jspecify.annotations.NullMarked;
