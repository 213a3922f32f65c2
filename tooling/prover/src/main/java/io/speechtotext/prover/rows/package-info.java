/**
 * Rows that mean something: fills a database from its catalog alone, the same for the same seed.
 */
@NullMarked
package io.speechtotext.prover.rows;

import org.jspecify.annotations.NullMarked;
