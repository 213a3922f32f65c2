package io.speechtotext.prover.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The types of one database, each read when it is first asked for. */
final class ServerTypes {

  private static final String QUERY = query();

  private final Connection connection;
  private final Map<Long, ServerType> known = new HashMap<>();

  ServerTypes(Connection connection) {
    this.connection = connection;
  }

  ServerType type(long oid) throws SQLException {
    ServerType type = known.get(oid);
    if (type == null) {
      type = read(oid);
      known.put(oid, type);
    }
    return type;
  }

  /** A type with its modifier, as SQL casts to it. */
  String sqlName(long oid, int modifier) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_catalog.format_type(?, ?)")) {
      statement.setLong(1, oid);
      statement.setInt(2, modifier);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private ServerType read(long oid) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
      statement.setLong(1, oid);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return type(row);
      }
    }
  }

  private static ServerType type(ResultSet row) throws SQLException {
    return new ServerType(
        row.getString(1),
        row.getBoolean(2),
        row.getString(3).charAt(0),
        row.getString(4).charAt(0),
        row.getLong(5),
        row.getInt(6),
        row.getString(7).charAt(0),
        row.getBoolean(8),
        row.getString(9),
        List.of((String[]) row.getArray(10).getArray()),
        List.of((Long[]) row.getArray(11).getArray()),
        List.of((Integer[]) row.getArray(12).getArray()),
        List.of((String[]) row.getArray(13).getArray()),
        List.of((String[]) row.getArray(14).getArray()));
  }

  private static String query() {
    try (InputStream in =
        Objects.requireNonNull(ServerTypes.class.getResourceAsStream("type.sql"), "type.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
