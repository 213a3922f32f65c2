package io.speechtotext.prover.rows;

/**
 * What values are wanted for.
 *
 * @param name the column's, as a hint
 * @param modifier of the type, in PostgreSQL's encoding; -1 when there is none
 * @param distinct whether they should differ from row to row
 * @param count how many rows they are for
 */
record ValueRequest(String name, int modifier, boolean distinct, int count) {

  /** The same for a part of the value. */
  ValueRequest part(int otherModifier) {
    return new ValueRequest(name, otherModifier, false, count);
  }

  /** The same for the type below a domain. */
  ValueRequest base(int otherModifier) {
    return new ValueRequest(name, otherModifier, distinct, count);
  }
}
