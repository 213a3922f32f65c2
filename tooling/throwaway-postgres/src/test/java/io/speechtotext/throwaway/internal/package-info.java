/** What the rungs share, proven. */
@NullMarked
package io.speechtotext.throwaway.internal;

import org.jspecify.annotations.NullMarked;
