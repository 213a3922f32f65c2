package io.speechtotext.prover.trace;

/**
 * A lock that a statement took on a table or an index.
 *
 * @param relation the object id of the table or index
 */
public record RelationLock(long relation, LockMode mode) {}
