/** The ladder, proven on real servers. */
@NullMarked
package io.speechtotext.throwaway;

import org.jspecify.annotations.NullMarked;
