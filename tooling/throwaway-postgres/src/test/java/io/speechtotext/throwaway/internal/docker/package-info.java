/** The Docker rung, proven on a daemon. */
@NullMarked
package io.speechtotext.throwaway.internal.docker;

import org.jspecify.annotations.NullMarked;
