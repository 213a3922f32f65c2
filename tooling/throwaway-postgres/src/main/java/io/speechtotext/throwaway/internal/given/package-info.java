/** The rung of a server that somebody else runs. */
@NullMarked
package io.speechtotext.throwaway.internal.given;

import org.jspecify.annotations.NullMarked;
