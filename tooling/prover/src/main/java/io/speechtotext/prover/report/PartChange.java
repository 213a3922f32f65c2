package io.speechtotext.prover.report;

/**
 * A constraint or an index that a migration made, took away or changed.
 *
 * @param name unquoted
 * @param definition as PostgreSQL prints it, and as it is now; as it was where it was dropped
 */
record PartChange(State state, String name, String definition) {}
