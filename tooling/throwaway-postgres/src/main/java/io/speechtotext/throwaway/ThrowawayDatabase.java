package io.speechtotext.throwaway;

import io.speechtotext.throwaway.internal.RunningServer;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * One database on a throwaway server. Thread-safe; dropped by {@link #close()}, whoever is still
 * connected.
 */
public final class ThrowawayDatabase implements AutoCloseable {

  private final RunningServer server;
  private final Databases databases;
  private final String name;
  private final DataSource dataSource;

  ThrowawayDatabase(RunningServer server, Databases databases, String name) {
    this.server = server;
    this.databases = databases;
    this.name = name;
    this.dataSource = server.dataSource(name);
  }

  /** The database's name, unique on its server. */
  public String name() {
    return name;
  }

  /** The URL to connect by, without user and password. */
  public String jdbcUrl() {
    return server.jdbcUrl(name);
  }

  /** The role to connect as: the owner of the database. */
  public String user() {
    return server.user();
  }

  /** The role's password; empty when the server asks for none. */
  public String password() {
    return server.password();
  }

  /** Opens a connection per call; no pool. */
  public DataSource dataSource() {
    return dataSource;
  }

  /** A new connection, for the caller to close. */
  public Connection connect() throws SQLException {
    return dataSource.getConnection();
  }

  @Override
  public void close() {
    databases.drop(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
