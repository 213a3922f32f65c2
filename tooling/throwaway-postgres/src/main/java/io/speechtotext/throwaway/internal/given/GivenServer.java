package io.speechtotext.throwaway.internal.given;

import io.speechtotext.throwaway.internal.Readiness;
import io.speechtotext.throwaway.internal.RunningServer;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A server that somebody else runs: databases are made on it and dropped again, nothing more. */
public final class GivenServer implements RunningServer {

  private final String url;
  private final int majorVersion;

  private GivenServer(String url) throws SQLException {
    this.url = url;
    this.majorVersion = Readiness.ask(adminDataSource());
  }

  /**
   * Connects once, to see that the server answers.
   *
   * @param jdbcUrl with the role's name, and its password if it needs one, as parameters
   * @throws SQLException when the URL cannot be read, or the server does not answer or refuses; the
   *     message holds no password
   */
  public static GivenServer connect(String jdbcUrl) throws SQLException {
    try {
      new PGSimpleDataSource().setUrl(jdbcUrl);
    } catch (IllegalArgumentException e) {
      // Not its cause either: the driver's message repeats the URL, password and all.
      throw new SQLException("the PostgreSQL driver cannot read the URL");
    }
    return new GivenServer(jdbcUrl);
  }

  @Override
  public String description() {
    PGSimpleDataSource source = source();
    return "given PostgreSQL %d on %s:%d"
        .formatted(majorVersion, source.getServerNames()[0], source.getPortNumbers()[0]);
  }

  @Override
  public int majorVersion() {
    return majorVersion;
  }

  @Override
  public DataSource adminDataSource() {
    return source();
  }

  @Override
  public DataSource dataSource(String database) {
    return source(database);
  }

  private PGSimpleDataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    return source;
  }

  private PGSimpleDataSource source(String database) {
    PGSimpleDataSource source = source();
    source.setDatabaseName(database);
    return source;
  }

  @Override
  public String jdbcUrl(String database) {
    PGSimpleDataSource source = source(database);
    source.setUser(null);
    source.setPassword(null);
    return source.getUrl();
  }

  @Override
  public String user() {
    return Objects.requireNonNullElse(source().getUser(), System.getProperty("user.name"));
  }

  @Override
  public String password() {
    return Objects.requireNonNullElse(source().getPassword(), "");
  }

  @Override
  public boolean outlivesBuild() {
    return true;
  }

  @Override
  public void close() {
    // Not ours to stop.
  }
}
