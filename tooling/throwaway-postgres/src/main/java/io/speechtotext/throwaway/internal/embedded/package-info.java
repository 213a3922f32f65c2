/** The embedded rung: PostgreSQL's own binaries, run on this machine. */
@NullMarked
package io.speechtotext.throwaway.internal.embedded;

import org.jspecify.annotations.NullMarked;
