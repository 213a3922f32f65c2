/** The Docker rung: the official image, run by Testcontainers. */
@NullMarked
package io.speechtotext.throwaway.internal.docker;

import org.jspecify.annotations.NullMarked;
