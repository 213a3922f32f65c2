package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads which keys there are to refer to, each table's once. */
final class KeyPools {

  private final Connection connection;
  private final Map<List<Object>, KeyPool> pools = new HashMap<>();

  KeyPools(Connection connection) {
    this.connection = connection;
  }

  /** The keys that are there, read when first asked for: not before that table is filled. */
  KeyPool of(ForeignKey foreignKey) throws SQLException {
    List<Integer> columns = foreignKey.constraint().referencedColumns();
    List<Object> id = List.of(foreignKey.referenced().oid(), columns);
    KeyPool pool = pools.get(id);
    if (pool == null) {
      pool = new KeyPool(read(foreignKey.referenced(), columns));
      pools.put(id, pool);
    }
    return pool;
  }

  /** To be called when a table got rows, or changed what it holds. */
  void forget(Table table) {
    pools.keySet().removeIf(id -> id.get(0).equals(table.oid()));
  }

  private List<List<String>> read(Table table, List<Integer> numbers) throws SQLException {
    List<String> columns =
        numbers.stream().flatMap(n -> table.column(n).stream()).map(Column::sqlName).toList();
    String sql =
        "SELECT %s FROM %s WHERE %s ORDER BY %s"
            .formatted(
                each(columns, "%s::text", ", "),
                RowSql.name(table),
                each(columns, "%s IS NOT NULL", " AND "),
                each(columns, "%s::text COLLATE \"C\"", ", "));
    List<List<String>> keys = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        List<String> key = new ArrayList<>();
        for (int i = 1; i <= columns.size(); i++) {
          key.add(row.getString(i));
        }
        keys.add(key);
      }
    }
    return keys;
  }

  private static String each(List<String> columns, String format, String separator) {
    return columns.stream().map(format::formatted).collect(Collectors.joining(separator));
  }
}
