/** What can go wrong with the data: a few types that callers can act on. */
@NullMarked
package io.speechtotext.app.failure;

import org.jspecify.annotations.NullMarked;
