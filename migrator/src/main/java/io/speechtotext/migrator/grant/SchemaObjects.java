package io.speechtotext.migrator.grant;

import io.speechtotext.migrator.history.HistoryTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What there is in the current schema, each with its schema and quoted as SQL needs it. */
final class SchemaObjects {

  private static final String BOOKKEEPING =
      "relname IN ('%s', 'alembic_version')".formatted(HistoryTable.NAME);
  private static final String RELATIONS =
      """
      SELECT format('%%I.%%I', nspname, relname)
      FROM pg_catalog.pg_class
      JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace
      WHERE nspname = current_schema()
        AND relkind = ANY (?::"char"[])
        AND %s
        AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_depend
          WHERE classid = 'pg_catalog.pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e'
        )
      ORDER BY relname COLLATE "C"
      """;
  private static final String EVERYBODY_MAY_CREATE =
      """
      SELECT EXISTS (
        SELECT
        FROM pg_catalog.pg_namespace,
          pg_catalog.aclexplode(coalesce(nspacl, acldefault('n', nspowner)))
        WHERE nspname = current_schema() AND grantee = 0 AND privilege_type = 'CREATE'
      )
      """;

  private final Connection connection;

  SchemaObjects(Connection connection) {
    this.connection = connection;
  }

  /** Tables and views of the application. */
  List<String> tables() throws SQLException {
    return strings(RELATIONS.formatted("NOT " + BOOKKEEPING), "{r,p,v,m,f}");
  }

  List<String> sequences() throws SQLException {
    return strings(RELATIONS.formatted("true"), "{S}");
  }

  /** The tables in which migration tools keep their history. */
  List<String> bookkeeping() throws SQLException {
    return strings(RELATIONS.formatted(BOOKKEEPING), "{r,p}");
  }

  String schema() throws SQLException {
    return strings("SELECT quote_ident(current_schema())").get(0);
  }

  String connectedRole() throws SQLException {
    return strings("SELECT current_user").get(0);
  }

  boolean roleExists(String name) throws SQLException {
    return !strings("SELECT rolname FROM pg_catalog.pg_roles WHERE rolname = ?", name).isEmpty();
  }

  String quoted(String name) throws SQLException {
    return strings("SELECT quote_ident(?)", name).get(0);
  }

  boolean everybodyMayCreate() throws SQLException {
    return strings(EVERYBODY_MAY_CREATE).get(0).equals("t");
  }

  private List<String> strings(String sql, String... parameters) throws SQLException {
    List<String> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(row.getString(1));
        }
      }
    }
    return found;
  }
}
