/** What the rungs of the ladder share; not for use outside this module. */
@NullMarked
package io.speechtotext.throwaway.internal;

import org.jspecify.annotations.NullMarked;
