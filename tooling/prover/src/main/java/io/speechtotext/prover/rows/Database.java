package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The database that is being filled: what is asked of it, and what there is to say about it. */
final class Database {

  private final Connection connection;
  private final Catalog catalog;
  private final long seed;
  private final Trials trials;
  private final TypeValues values;
  private final Defaults defaults;
  private final KeyPools keys;
  private final Set<String> notes = new LinkedHashSet<>();

  Database(Connection connection, Catalog catalog, long seed) {
    this.connection = connection;
    this.catalog = catalog;
    this.seed = seed;
    this.trials = new Trials(connection);
    this.values = new TypeValues(new ServerTypes(connection), trials, seed);
    this.defaults = new Defaults(connection);
    this.keys = new KeyPools(connection);
  }

  Connection connection() {
    return connection;
  }

  Catalog catalog() {
    return catalog;
  }

  Trials trials() {
    return trials;
  }

  TypeValues values() {
    return values;
  }

  KeyPools keys() {
    return keys;
  }

  Optional<String> constantDefault(Column column) throws SQLException {
    return defaults.constant(column);
  }

  /** Says something to the reader, once. */
  void note(String note) {
    notes.add(note);
  }

  List<String> notes() {
    return new ArrayList<>(notes);
  }

  /** Chance for one purpose, the same whenever it is asked for. */
  Random random(Object... purpose) {
    long mixed = seed;
    for (Object part : purpose) {
      mixed = mixed * 0x5DEECE66DL + part.toString().hashCode();
    }
    return new Random(mixed);
  }
}
