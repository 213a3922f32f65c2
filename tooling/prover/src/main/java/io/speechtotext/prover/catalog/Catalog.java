package io.speechtotext.prover.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What a database holds at one moment, in all schemas but the server's own, without what belongs to
 * extensions. Immutable.
 *
 * @param schemas names, ordered
 * @param tables ordered by schema and name
 * @param types those that were made by name: enums, domains, composites; ordered
 */
public record Catalog(List<String> schemas, List<Table> tables, List<NamedType> types) {

  /** Copies the lists. */
  public Catalog {
    schemas = List.copyOf(schemas);
    tables = List.copyOf(tables);
    types = List.copyOf(types);
  }

  /**
   * Reads it as the connection's transaction sees it, uncommitted changes included. Takes no lock
   * on a table.
   */
  public static Catalog of(Connection connection) throws SQLException {
    return new CatalogReader(connection).read();
  }

  /** The table with that object id. */
  public Optional<Table> table(long oid) {
    return tables.stream().filter(table -> table.oid() == oid).findFirst();
  }

  /** The table that {@link Table#toString} prints so. */
  public Optional<Table> table(String name) {
    return tables.stream().filter(table -> table.toString().equals(name)).findFirst();
  }

  /** The table that an index belongs to. */
  public Optional<Table> tableOfIndex(long indexOid) {
    return tables.stream()
        .filter(table -> table.indexes().stream().anyMatch(index -> index.oid() == indexOid))
        .findFirst();
  }
}
