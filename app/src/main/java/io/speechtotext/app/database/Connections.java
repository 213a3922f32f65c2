package io.speechtotext.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.speechtotext.app.config.DatabaseSettings;
import io.speechtotext.app.failure.UnavailableException;
import io.speechtotext.app.failure.UnavailableException.Reason;
import java.sql.Connection;
import java.sql.SQLException;

/** A bounded pool of connections. Thread-safe. */
final class Connections implements AutoCloseable {

  private final HikariDataSource pool;

  private Connections(HikariDataSource pool) {
    this.pool = pool;
  }

  /**
   * Connects once.
   *
   * @throws DatabaseUnavailableException when the server does not answer, or refuses
   */
  static Connections open(DatabaseOptions options, Route route) {
    try {
      return new Connections(new HikariDataSource(pool(options, route)));
    } catch (PoolInitializationException e) {
      throw new DatabaseUnavailableException(options.settings().describe(), e);
    }
  }

  private static HikariConfig pool(DatabaseOptions options, Route route) {
    DatabaseSettings settings = route.settings(options);
    HikariConfig config = new HikariConfig();
    config.setPoolName("speech-to-text");
    config.setJdbcUrl(settings.jdbcUrl());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    settings.secretProperties().forEach(config::addDataSourceProperty);
    // The server's detail repeats the values of the row, such as a key's hash.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    route.driverProperties(options.timeouts()).forEach(config::addDataSourceProperty);
    config.setMaximumPoolSize(options.pool().maximumSize());
    config.setConnectionTimeout(options.pool().connectionTimeout().toMillis());
    config.setMaxLifetime(options.pool().maximumLifetime().toMillis());
    return config;
  }

  /**
   * Lends a connection.
   *
   * @throws UnavailableException when there is none in time: nothing was done
   */
  Connection lend() {
    try {
      return pool.getConnection();
    } catch (SQLException e) {
      if (pool.isClosed()) {
        throw new IllegalStateException("The database was closed before this statement", e);
      }
      throw Refusals.notDone(Reason.NO_CONNECTION, e);
    }
  }

  /** Takes a connection back, whatever state it is in. */
  void takeBack(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // What was done with it has been settled before; the pool has thrown the connection away.
      pool.evictConnection(connection);
    }
  }

  PoolState state() {
    return new PoolState(
        pool.getHikariPoolMXBean().getActiveConnections(),
        pool.getHikariPoolMXBean().getIdleConnections(),
        pool.getHikariPoolMXBean().getThreadsAwaitingConnection(),
        pool.getMaximumPoolSize());
  }

  @Override
  public void close() {
    pool.close();
  }
}
