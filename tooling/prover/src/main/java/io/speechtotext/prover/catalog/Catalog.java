package io.speechtotext.prover.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a database holds at one moment, in all schemas but the server's own, without what belongs to
 * extensions. Immutable.
 */
public final class Catalog {

  // To read some tables, the server makes a plan each time; it has one for all.
  private static final int WORTH_CHOOSING = 30;

  private final List<String> schemas;
  private final List<Table> tables;
  private final List<NamedType> types;
  // Rules ask for every table after every statement.
  private final Map<Long, Table> byOid = new HashMap<>();

  /**
   * Copies the lists.
   *
   * @param schemas names, ordered
   * @param tables ordered by schema and name
   * @param types those that were made by name: enums, domains, composites; ordered
   */
  public Catalog(List<String> schemas, List<Table> tables, List<NamedType> types) {
    this.schemas = List.copyOf(schemas);
    this.tables = List.copyOf(tables);
    this.types = List.copyOf(types);
    tables.forEach(table -> byOid.put(table.oid(), table));
  }

  /** The names, ordered. */
  public List<String> schemas() {
    return schemas;
  }

  /** Ordered by schema and name. */
  public List<Table> tables() {
    return tables;
  }

  /** Those that were made by name: enums, domains, composites; ordered. */
  public List<NamedType> types() {
    return types;
  }

  /**
   * Reads it as the connection's transaction sees it, uncommitted changes included. Takes no lock
   * on a table.
   */
  public static Catalog of(Connection connection) throws SQLException {
    return new CatalogReader(connection).read();
  }

  /**
   * The same with those tables read anew that somebody may have changed since; all others are taken
   * to be what they were. Far cheaper than {@link #of} where most of them are.
   *
   * @param changed object ids of tables and indexes, those included that are new or gone
   */
  public Catalog refreshed(Connection connection, Set<Long> changed) throws SQLException {
    if (tables.size() < WORTH_CHOOSING) {
      return of(connection);
    }
    Set<Long> stale = new HashSet<>(changed);
    changed.forEach(oid -> tableOfIndex(oid).map(Table::oid).ifPresent(stale::add));
    // A foreign key is printed with the names of what it refers to.
    tables.stream()
        .filter(
            table ->
                table.constraints().stream()
                    .anyMatch(key -> changed.contains(key.referencedTable())))
        .forEach(table -> stale.add(table.oid()));
    Catalog read = new CatalogReader(connection, stale).read();
    if (!read.schemas.equals(schemas) || !read.types.equals(types)) {
      // Their names are part of what tables are.
      return of(connection);
    }
    List<Table> all = new ArrayList<>(read.tables);
    tables.stream().filter(table -> !stale.contains(table.oid())).forEach(all::add);
    all.sort(Comparator.comparing(Table::schema).thenComparing(Table::name));
    return new Catalog(schemas, all, types);
  }

  /** The table with that object id. */
  public Optional<Table> table(long oid) {
    return Optional.ofNullable(byOid.get(oid));
  }

  /** The table that this one is a partition of, or inherits from. */
  public Optional<Table> parent(Table table) {
    return table(table.parentOid());
  }

  /** Whether it holds rows of a partitioned table; what only inherits is a table of its own. */
  public boolean isPartition(Table table) {
    return parent(table).filter(Table::partitioned).isPresent();
  }

  /** The table that {@link Table#toString} prints so. */
  public Optional<Table> table(String name) {
    return tables.stream().filter(table -> table.toString().equals(name)).findFirst();
  }

  /** The type that a domain is made of in the end; any other type is itself. */
  public long baseType(long typeOid) {
    return types.stream()
        .filter(type -> type.oid() == typeOid && type.baseType() != 0)
        .findFirst()
        .map(domain -> baseType(domain.baseType()))
        .orElse(typeOid);
  }

  /** The table that an index belongs to. */
  public Optional<Table> tableOfIndex(long indexOid) {
    return tables.stream()
        .filter(table -> table.indexes().stream().anyMatch(index -> index.oid() == indexOid))
        .findFirst();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof Catalog catalog
            && schemas.equals(catalog.schemas)
            && tables.equals(catalog.tables)
            && types.equals(catalog.types));
  }

  @Override
  public int hashCode() {
    return Objects.hash(schemas, tables, types);
  }
}
