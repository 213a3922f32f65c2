package io.speechtotext.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.speechtotext.app.config.DatabaseSettings;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/**
 * The service's database: a bounded pool of connections and jOOQ on top of it. Thread-safe; one for
 * a process, closed when the process ends.
 */
public final class Database implements Statements, AutoCloseable {

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
        .set(new Settings().withExecuteLogging(false));
  }

  /** For queries of a service's own; the repositories build theirs on it too. */
  public DSLContext dsl() {
    return dsl;
  }

  @Override
  public <T> T read(Function<DSLContext, T> statement) {
    return run(Repeating.SAFE, statement);
  }

  @Override
  public <T> T write(Repeating repeating, Function<DSLContext, T> statement) {
    return run(repeating, statement);
  }

  @Override
  public <T> T atomically(Repeating repeating, Function<DSLContext, T> statements) {
    return run(repeating, each -> each.transactionResult(inside -> statements.apply(inside.dsl())));
  }

  private <T> T run(Repeating repeating, Function<DSLContext, T> statement) {
    try {
      return statement.apply(dsl);
    } catch (DataAccessException e) {
      throw Refusals.translate(e, repeating);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
