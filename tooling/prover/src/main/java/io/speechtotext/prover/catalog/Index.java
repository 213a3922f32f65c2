package io.speechtotext.prover.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table.
 *
 * @param oid its object id
 * @param schema unquoted; the table's
 * @param name unquoted
 * @param fileNode changes when the index is rebuilt
 * @param unique whether it refuses equal rows
 * @param primary whether it is the primary key's
 * @param valid whether it can be used
 * @param columns the numbers of its key columns, in its order; 0 for an expression
 * @param predicate the rows that a partial one holds; null when all
 * @param definition the statement that would make it, as PostgreSQL prints it
 * @param comment null when there is none
 */
public record Index(
    long oid,
    String schema,
    String name,
    long fileNode,
    boolean unique,
    boolean primary,
    boolean valid,
    List<Integer> columns,
    @Nullable String predicate,
    String definition,
    @Nullable String comment) {

  /** Copies the list. */
  public Index {
    columns = List.copyOf(columns);
  }

  /** The name for SQL: quoted where needed, with its schema unless that is {@code public}. */
  public String sqlName() {
    return schema.equals("public")
        ? SqlName.quoted(name)
        : SqlName.quoted(schema) + "." + SqlName.quoted(name);
  }
}
