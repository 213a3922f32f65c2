package io.speechtotext.prover.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param number its place, from 1; it stays when the column is renamed
 * @param name unquoted
 * @param type as PostgreSQL prints it, with its modifier: {@code character varying(50)}
 * @param typeOid the type's object id
 * @param typeModifier length or precision in PostgreSQL's encoding; -1 when there is none
 * @param notNull whether the column itself refuses NULL
 * @param defaultSql the default's expression, or a generated column's; null when there is none
 * @param identity {@code a} (always), {@code d} (by default) or empty
 * @param generated {@code s} (stored), {@code v} (virtual) or empty
 * @param comment null when there is none
 */
public record Column(
    int number,
    String name,
    String type,
    long typeOid,
    int typeModifier,
    boolean notNull,
    @Nullable String defaultSql,
    String identity,
    String generated,
    @Nullable String comment) {

  /** The name for SQL, quoted where needed. */
  public String sqlName() {
    return SqlName.quoted(name);
  }

  /** Whether the value is computed from the row's other columns. */
  public boolean isGenerated() {
    return !generated.isEmpty();
  }

  /** Whether an insert may leave the column out, although it refuses NULL. */
  public boolean hasDefault() {
    return defaultSql != null || !identity.isEmpty();
  }
}
