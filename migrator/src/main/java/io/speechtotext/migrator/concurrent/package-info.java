/** Scripts that run outside a transaction, and what an interrupted one leaves behind. */
@NullMarked
package io.speechtotext.migrator.concurrent;

import org.jspecify.annotations.NullMarked;
