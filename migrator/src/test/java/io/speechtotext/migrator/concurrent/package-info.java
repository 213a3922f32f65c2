/** Scripts outside a transaction, interrupted. */
@NullMarked
package io.speechtotext.migrator.concurrent;

import org.jspecify.annotations.NullMarked;
