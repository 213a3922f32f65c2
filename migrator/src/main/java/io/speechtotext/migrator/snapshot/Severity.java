package io.speechtotext.migrator.snapshot;

/**
 * Whether code that was written for a schema can work with one that differs from it.
 *
 * <p>The question is asked of each difference alone:
 *
 * <table>
 * <caption>What breaks</caption>
 * <tr><th>of</th><th>breaks</th><th>is extra</th></tr>
 * <tr><td>tables, views, sequences, types, functions, extensions</td>
 *     <td>one is missing</td>
 *     <td>there is one more</td></tr>
 * <tr><td>columns</td>
 *     <td>one is missing; its type, collation, nullability or generation is another; its default is
 *         missing; one more is {@code not null} and has no default, so that rows cannot be
 *         inserted without it</td>
 *     <td>one more may be left out of an insert; there is a default, or it is another</td></tr>
 * <tr><td>primary keys, unique and foreign keys</td>
 *     <td>one is missing or another: {@code ON CONFLICT} and {@code ON DELETE} rely on it</td>
 *     <td>there is one more; a foreign key is not validated</td></tr>
 * <tr><td>unique indexes</td>
 *     <td>one is missing, another or invalid: {@code ON CONFLICT} relies on it</td>
 *     <td>there is one more</td></tr>
 * <tr><td>triggers</td><td>one is missing</td><td>there is one more; one is another</td></tr>
 * <tr><td>types, functions</td>
 *     <td>a type is of another kind or lacks a value of its enum; a function returns another
 *         type</td>
 *     <td>an enum has one value more; what else is said of a function, its body included</td></tr>
 * <tr><td>row security</td><td>it is on or off</td><td>its policies</td></tr>
 * <tr><td>all else: other constraints and indexes, queries of views, options</td>
 *     <td></td><td>any difference</td></tr>
 * </table>
 */
public enum Severity {

  /** Something that the code needs is missing or different. */
  BREAKS,

  /** The code works regardless, though perhaps slower, or with a rule less. */
  EXTRA
}
