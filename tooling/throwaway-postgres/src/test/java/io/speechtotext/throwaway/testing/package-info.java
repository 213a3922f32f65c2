/** What several tests stand on. */
@NullMarked
package io.speechtotext.throwaway.testing;

import org.jspecify.annotations.NullMarked;
