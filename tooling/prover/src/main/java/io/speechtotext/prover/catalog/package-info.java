/** What a database holds: tables with their columns, constraints and indexes, and types. */
@NullMarked
package io.speechtotext.prover.catalog;

import org.jspecify.annotations.NullMarked;
