/** A real PostgreSQL server for the length of one build or one test run. */
@NullMarked
package io.speechtotext.throwaway;

import org.jspecify.annotations.NullMarked;
