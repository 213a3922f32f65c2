/** The embedded rung, proven in caches of the tests' own. */
@NullMarked
package io.speechtotext.throwaway.internal.embedded;

import org.jspecify.annotations.NullMarked;
