package io.speechtotext.migrator.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Asks a catalog for all that a snapshot tells; the queries are files beside this class. */
final class CatalogReader {

  private static final String RELATIONS = "relation.sql";
  private static final List<String> QUERIES =
      List.of(
          "tables.sql",
          "columns.sql",
          "constraints.sql",
          "indexes.sql",
          "triggers.sql",
          "policies.sql",
          "sequences.sql",
          "types.sql",
          "functions.sql",
          "comments.sql");

  // Written by people, and kept as they wrote it.
  private static final Set<String> VERBATIM = Set.of("body", "values", "set", "library");

  // Functions whose body is SQL, not a string of it.
  private static final int SQL_BODIES = 14;

  private final Map<Entry, List<Entry>> objects = new TreeMap<>(Entry.BY_BYTES);
  private final Map<Entry, Entry> heads = new TreeMap<>(Entry.BY_BYTES);

  private CatalogReader() {}

  static Snapshot read(Connection connection) throws SQLException {
    CatalogReader reader = new CatalogReader();
    boolean sqlBodies = connection.getMetaData().getDatabaseMajorVersion() >= SQL_BODIES;
    String sqlBody = sqlBodies ? "pg_get_function_sqlbody(oid)" : "NULL";
    String relations = file(RELATIONS);
    for (String query : QUERIES) {
      reader.read(connection, relations + file(query).replace("${sql body}", sqlBody));
    }
    return reader.snapshot();
  }

  private void read(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        add(row);
      }
    }
  }

  private void add(ResultSet row) throws SQLException {
    Entry object = new Entry(row.getString(1), onOneLine(row.getString(2)), "");
    List<Entry> parts = objects.computeIfAbsent(object, key -> new ArrayList<>());
    String kind = row.getString(3);
    @Nullable String text = row.getString(5);
    if (text == null) {
      return; // dropped since the transaction began: definitions are always those of now
    }
    if (kind == null) {
      heads.put(object, new Entry(object.kind(), object.name(), CanonicalSql.of(text)));
    } else {
      String name = onOneLine(row.getString(4));
      parts.add(new Entry(kind, name, canonical(object, kind, text)));
    }
  }

  private static String canonical(Entry object, String kind, String text) {
    String unix = text.replace("\r\n", "\n");
    if (object.isOf(SnapshotWriter.COMMENTS) || VERBATIM.contains(kind)) {
      return unix;
    }
    return kind.equals("definition") ? CanonicalSql.ofView(unix) : CanonicalSql.of(unix);
  }

  private static String onOneLine(String name) {
    return name.replace("\n", "\\n");
  }

  private Snapshot snapshot() {
    List<Block> blocks = new ArrayList<>();
    List<Entry> comments = new ArrayList<>();
    objects.forEach(
        (object, parts) -> {
          if (object.isOf(SnapshotWriter.COMMENTS)) {
            comments.addAll(parts);
          } else {
            blocks.add(new Block(heads.getOrDefault(object, object), parts));
          }
        });
    return new Snapshot(blocks, comments);
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
