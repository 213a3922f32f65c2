package io.speechtotext.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.speechtotext.app.config.DatabaseSettings;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/**
 * The service's database: a bounded pool of connections and jOOQ on top of it. Thread-safe; one for
 * a process, closed when the process ends.
 */
public final class Database implements AutoCloseable {

  private final HikariDataSource pool;
  private final DSLContext dsl;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.dsl = DSL.using(configuration(pool));
  }

  /**
   * Opens the pool and connects once.
   *
   * @throws DatabaseUnavailableException when the server does not answer, or refuses
   */
  public static Database open(DatabaseSettings settings) {
    return open(settings, PoolSettings.DEFAULTS);
  }

  /** As above, with a pool of other size or patience. */
  public static Database open(DatabaseSettings settings, PoolSettings poolSettings) {
    try {
      return new Database(new HikariDataSource(pool(settings, poolSettings)));
    } catch (PoolInitializationException e) {
      throw new DatabaseUnavailableException(settings.describe(), e);
    }
  }

  private static HikariConfig pool(DatabaseSettings settings, PoolSettings poolSettings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("speech-to-text");
    config.setJdbcUrl(settings.jdbcUrl());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    settings.secretProperties().forEach(config::addDataSourceProperty);
    // The server's detail repeats the values of the row, such as a key's hash.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.setMaximumPoolSize(poolSettings.maximumSize());
    config.setConnectionTimeout(poolSettings.connectionTimeout().toMillis());
    return config;
  }

  private static org.jooq.Configuration configuration(DataSource pool) {
    return new DefaultConfiguration()
        .set(SQLDialect.POSTGRES)
        .set(pool)
        // jOOQ would log the values of each statement at DEBUG.
        .set(new Settings().withExecuteLogging(false))
        .set(new ConstraintViolations());
  }

  /** For queries of a service's own; the repositories build theirs on it too. */
  public DSLContext dsl() {
    return dsl;
  }

  @Override
  public void close() {
    pool.close();
  }
}
