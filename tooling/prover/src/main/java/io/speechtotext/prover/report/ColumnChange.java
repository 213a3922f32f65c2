package io.speechtotext.prover.report;

import io.speechtotext.prover.catalog.Column;

/**
 * A column across a migration.
 *
 * @param column as it is now; as it was where it was dropped
 * @param was in words, what it was before: {@code character varying(20), name state}; empty unless
 *     it was changed
 */
record ColumnChange(State state, Column column, String was) {}
