/** The JUnit extension, proven by test runs inside a test. */
@NullMarked
package io.speechtotext.throwaway.junit;

import org.jspecify.annotations.NullMarked;
