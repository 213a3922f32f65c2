package io.speechtotext.migrator.grant;

import io.speechtotext.migrator.GrantRefusedException;
import io.speechtotext.migrator.history.HistoryTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Gives a role what a service needs in the current schema, and no more: it reads and writes rows,
 * and reads how far the schema is migrated. Also in tables that the connected role makes later.
 */
public final class ServiceGrants {

  private final Connection connection;
  private final SchemaObjects objects;

  /** On a connection of the role that owns the tables. */
  public ServiceGrants(Connection connection) {
    this.connection = connection;
    this.objects = new SchemaObjects(connection);
  }

  /**
   * Gives it, in one transaction.
   *
   * @param role its name, as the catalog has it, without quotes
   * @throws GrantRefusedException when there is no such role, when it is the owner itself, when
   *     there is no history yet, or when the connected role may not do this
   */
  public GrantedRole to(String role) throws SQLException {
    connection.setAutoCommit(false);
    try {
      GrantedRole granted = grant(role);
      connection.commit();
      return granted;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private GrantedRole grant(String role) throws SQLException {
    refuse(role);
    String name = objects.quoted(role);
    String schema = objects.schema();
    List<String> tables = objects.tables();
    List<String> sequences = objects.sequences();
    revokeCreateFromPublic(schema);
    execute("GRANT USAGE ON SCHEMA %s TO %s".formatted(schema, name));
    onAll("GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE ", tables, " TO " + name);
    onAll("GRANT USAGE, SELECT ON SEQUENCE ", sequences, " TO " + name);
    // The defaults may have given more, when the tables were made.
    onAll("REVOKE ALL ON TABLE ", objects.bookkeeping(), " FROM " + name);
    execute("GRANT SELECT ON TABLE %s.%s TO %s".formatted(schema, HistoryTable.NAME, name));
    String byDefault = "ALTER DEFAULT PRIVILEGES IN SCHEMA " + schema;
    execute(byDefault + " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + name);
    execute(byDefault + " GRANT USAGE, SELECT ON SEQUENCES TO " + name);
    return new GrantedRole(role, tables, sequences);
  }

  private void refuse(String role) throws SQLException {
    if (!objects.roleExists(role)) {
      throw new GrantRefusedException(
          """
          There is no role '%s' on this server. Nothing was changed.
            Next: make it (CREATE ROLE %s LOGIN PASSWORD …), and run the command again."""
              .formatted(role, objects.quoted(role)));
    }
    if (role.equals(objects.connectedRole())) {
      throw new GrantRefusedException(
          """
          '%s' is the role that migrates, and owns the tables. Nothing was changed.
            Next: name the role that the service connects as; it should be another."""
              .formatted(role));
    }
    if (!HistoryTable.exists(connection)) {
      throw new GrantRefusedException(
          """
          This database has no history of migrations yet, and the role would get to write to it. \
          Nothing was changed.
            Next: migrate the database first, and run the command again.""");
    }
  }

  // Up to PostgreSQL 14 everybody may make tables in public, and so put them in a service's way.
  private void revokeCreateFromPublic(String schema) throws SQLException {
    execute("REVOKE CREATE ON SCHEMA %s FROM PUBLIC".formatted(schema));
    if (objects.everybodyMayCreate()) {
      throw new GrantRefusedException(
          """
          Everybody may make tables in schema %s, and only its owner can change that. Nothing was \
          changed.
            Next: as a superuser, ALTER SCHEMA %s OWNER TO %s; then run the command again."""
              .formatted(schema, schema, objects.quoted(objects.connectedRole())));
    }
  }

  private void onAll(String what, List<String> names, String whose) throws SQLException {
    if (!names.isEmpty()) {
      execute(what + String.join(", ", names) + whose);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
