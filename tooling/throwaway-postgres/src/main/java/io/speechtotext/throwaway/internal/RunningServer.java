package io.speechtotext.throwaway.internal;

import javax.sql.DataSource;

/** A server that answers, and how to reach it. Closing it ends what was started for it. */
public interface RunningServer extends AutoCloseable {

  /** For people: what it is and where, without password. */
  String description();

  /** PostgreSQL's major version, as the server itself tells it. */
  int majorVersion();

  /** Opens connections, one per call, to the database that administration is done from. */
  DataSource adminDataSource();

  /** Opens connections, one per call, to the named database. */
  DataSource dataSource(String database);

  /** The URL of the named database, without user and password. */
  String jdbcUrl(String database);

  /** The role that owns what is made here. */
  String user();

  /** Its password; empty when none is asked for. */
  String password();

  /** Whether the server goes on after {@link #close()}, with all that was made on it. */
  boolean outlivesBuild();

  @Override
  void close();
}
