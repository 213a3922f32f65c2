package io.speechtotext.prover.catalog;

import java.util.List;

/**
 * A constraint of a table.
 *
 * @param oid its object id
 * @param name unquoted
 * @param kind what it demands
 * @param validated whether existing rows are known to keep it
 * @param columns the numbers of its columns, in its order; empty for a CHECK of the whole row
 * @param referencedTable the table that a foreign key points at; 0 for any other
 * @param referencedColumns numbers there, in the order of {@code columns}
 * @param indexOid the index that enforces it, or that a foreign key relies on; 0 when there is none
 * @param definition as PostgreSQL prints it: {@code CHECK ((size > 0))}
 */
public record Constraint(
    long oid,
    String name,
    Kind kind,
    boolean validated,
    List<Integer> columns,
    long referencedTable,
    List<Integer> referencedColumns,
    long indexOid,
    String definition) {

  /** What a constraint can demand. */
  public enum Kind {
    /** An expression that is not false. */
    CHECK,
    /** A row elsewhere. */
    FOREIGN_KEY,
    /** A key, unique and not null. */
    PRIMARY_KEY,
    /** Different rows. */
    UNIQUE,
    /** Rows that do not clash. */
    EXCLUSION
  }

  /** Copies the lists. */
  public Constraint {
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
  }

  /** The name for SQL, quoted where needed. */
  public String sqlName() {
    return SqlName.quoted(name);
  }
}
