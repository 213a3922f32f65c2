package io.speechtotext.app.database;

import io.speechtotext.app.config.DatabaseSettings;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections without a pool, for a command that needs one or two and then ends. */
public final class DirectConnections {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

  private DirectConnections() {}

  /** Each of its connections is a new one; none is made before it is asked for. Thread-safe. */
  public static DataSource to(DatabaseSettings settings) {
    return source(settings, Duration.ZERO);
  }

  private static DataSource source(DatabaseSettings settings, Duration answerLimit) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setConnectTimeout((int) CONNECT_LIMIT.toSeconds());
    source.setSocketTimeout((int) answerLimit.toSeconds());
    source.setApplicationName("stt");
    source.setTcpKeepAlive(true);
    // Last, so that what the URL says counts.
    source.setUrl(settings.jdbcUrl());
    source.setUser(settings.user());
    source.setPassword(settings.password());
    settings.secretProperties().forEach((name, value) -> set(source, name, value));
    return source;
  }

  /**
   * The same for those who LISTEN, who are to notice that a server is gone without a word: whatever
   * is not answered in time fails, but for waiting for notifications, which has its own time.
   */
  static DataSource listening(DatabaseSettings settings, Duration answerLimit) {
    return source(settings, answerLimit);
  }

  private static void set(PGSimpleDataSource source, String property, String value) {
    try {
      source.setProperty(property, value);
    } catch (java.sql.SQLException e) {
      throw new IllegalArgumentException("the driver knows no property " + property, e);
    }
  }
}
