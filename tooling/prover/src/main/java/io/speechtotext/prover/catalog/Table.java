package io.speechtotext.prover.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table that holds rows, or a partitioned one.
 *
 * @param oid its object id, which stays when it is renamed
 * @param schema unquoted
 * @param name unquoted
 * @param partitioned whether its rows are in partitions
 * @param parentOid the table that it is a partition of, or inherits from; 0 when of none
 * @param fileNode changes when the table is rewritten
 * @param comment null when there is none
 * @param columns in their order, without dropped ones
 * @param constraints ordered by name; not-null ones are told by the column alone
 * @param indexes ordered by name
 */
public record Table(
    long oid,
    String schema,
    String name,
    boolean partitioned,
    long parentOid,
    long fileNode,
    @Nullable String comment,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes) {

  /** Copies the lists. */
  public Table {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
  }

  /** The column at that place, which it keeps when it is renamed. */
  public Optional<Column> column(int number) {
    return columns.stream().filter(column -> column.number() == number).findFirst();
  }

  /** The column of that name, unquoted. */
  public Optional<Column> column(String columnName) {
    return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
  }

  /** The name for SQL: quoted where needed, with its schema unless that is {@code public}. */
  public String sqlName() {
    return schema.equals("public")
        ? SqlName.quoted(name)
        : SqlName.quoted(schema) + "." + SqlName.quoted(name);
  }

  /** The name for people: as {@link #sqlName}, but never quoted. */
  @Override
  public String toString() {
    return schema.equals("public") ? name : schema + "." + name;
  }
}
