/** JUnit Jupiter's entrance to the throwaway server. */
@NullMarked
package io.speechtotext.throwaway.junit;

import org.jspecify.annotations.NullMarked;
