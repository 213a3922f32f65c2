/** Proves what each migration makes of catalog and rows, and what its undo gives back. */
@NullMarked
package io.speechtotext.schema;

import org.jspecify.annotations.NullMarked;
