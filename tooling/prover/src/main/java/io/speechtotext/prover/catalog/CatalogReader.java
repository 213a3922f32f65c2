package io.speechtotext.prover.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks a server's catalog; the queries are files beside this class. */
final class CatalogReader {

  private static final String EVERY_TABLE = "true /* or some */";

  // What is printed names schemas by the search path, which a script may set.
  private static final String EXCHANGE =
      "SELECT pg_catalog.current_setting('search_path'),"
          + " pg_catalog.set_config('search_path', 'public', true)";
  private static final String RESTORE = "SELECT pg_catalog.set_config('search_path', ?, true)";

  private final Connection connection;
  private final String relations;

  /** A reader of everything. */
  CatalogReader(Connection connection) {
    this.connection = connection;
    this.relations = file("relations.sql");
  }

  /** A reader of some tables, and of all that is in none. */
  CatalogReader(Connection connection, Set<Long> tables) {
    this.connection = connection;
    this.relations =
        file("relations.sql")
            .replace(
                EVERY_TABLE,
                Stream.concat(Stream.of(0L), tables.stream())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "c.oid IN (", ")")));
  }

  Catalog read() throws SQLException {
    String scriptsPath = exchange();
    Catalog catalog = readAll();
    restore(scriptsPath);
    return catalog;
  }

  // In a transaction only; outside, each query sets the path for itself.
  private String exchange() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(EXCHANGE);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }

  // What is set so lasts no longer than what the script set, and a SET of its own is kept beneath.
  private void restore(String path) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RESTORE)) {
      statement.setString(1, path);
      statement.execute();
    }
  }

  private Catalog readAll() throws SQLException {
    Map<Long, List<Column>> columns = byTable("columns.sql", CatalogReader::column);
    Map<Long, List<Constraint>> constraints = byTable("constraints.sql", CatalogReader::constraint);
    Map<Long, List<Index>> indexes = byTable("indexes.sql", CatalogReader::index);
    List<Table> tables =
        list(
            "tables.sql",
            row -> {
              long oid = row.getLong(1);
              return new Table(
                  oid,
                  row.getString(2),
                  row.getString(3),
                  row.getBoolean(4),
                  row.getLong(5),
                  row.getLong(6),
                  row.getString(7),
                  columns.getOrDefault(oid, List.of()),
                  constraints.getOrDefault(oid, List.of()),
                  indexes.getOrDefault(oid, List.of()));
            });
    return new Catalog(
        list("schemas.sql", row -> row.getString(1)),
        tables,
        list("types.sql", CatalogReader::type));
  }

  private static Column column(ResultSet row) throws SQLException {
    return new Column(
        row.getInt(2),
        row.getString(3),
        row.getString(4),
        row.getLong(5),
        row.getInt(6),
        row.getBoolean(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getString(11));
  }

  private static Constraint constraint(ResultSet row) throws SQLException {
    return new Constraint(
        row.getLong(2),
        row.getString(3),
        kind(row.getString(4)),
        row.getBoolean(5),
        numbers(row.getArray(6)),
        row.getLong(7),
        numbers(row.getArray(8)),
        row.getLong(9),
        row.getString(10));
  }

  private static Constraint.Kind kind(String letter) {
    return switch (letter) {
      case "c" -> Constraint.Kind.CHECK;
      case "f" -> Constraint.Kind.FOREIGN_KEY;
      case "p" -> Constraint.Kind.PRIMARY_KEY;
      case "u" -> Constraint.Kind.UNIQUE;
      case "x" -> Constraint.Kind.EXCLUSION;
      default -> throw new IllegalStateException("constraint of kind " + letter);
    };
  }

  private static Index index(ResultSet row) throws SQLException {
    return new Index(
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        row.getLong(5),
        row.getBoolean(6),
        row.getBoolean(7),
        row.getBoolean(8),
        numbers(row.getArray(9)),
        row.getString(10),
        row.getString(11),
        row.getString(12));
  }

  private static NamedType type(ResultSet row) throws SQLException {
    return new NamedType(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getLong(5),
        Arrays.asList((String[]) row.getArray(6).getArray()));
  }

  private static List<Integer> numbers(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : Arrays.asList((Integer[]) array.getArray());
  }

  private interface Mapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  private <T> Map<Long, List<T>> byTable(String query, Mapper<T> mapper) throws SQLException {
    Map<Long, List<T>> found = new HashMap<>();
    each(
        query,
        row ->
            found.computeIfAbsent(row.getLong(1), key -> new ArrayList<>()).add(mapper.map(row)));
    return found;
  }

  private <T> List<T> list(String query, Mapper<T> mapper) throws SQLException {
    List<T> found = new ArrayList<>();
    each(query, row -> found.add(mapper.map(row)));
    return found;
  }

  private void each(String query, Mapper<Boolean> consumer) throws SQLException {
    // Prepared, so that a session which asks for all again has the plan already.
    try (PreparedStatement statement = connection.prepareStatement(relations + file(query));
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        consumer.map(row);
      }
    }
  }

  private static String file(String name) {
    try (InputStream in =
        Objects.requireNonNull(CatalogReader.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
