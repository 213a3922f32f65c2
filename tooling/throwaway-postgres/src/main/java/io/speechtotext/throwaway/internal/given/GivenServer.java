package io.speechtotext.throwaway.internal.given;

import io.speechtotext.throwaway.internal.Readiness;
import io.speechtotext.throwaway.internal.RunningServer;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A server that somebody else runs: databases are made on it and dropped again, nothing more. */
public final class GivenServer implements RunningServer {

  // What else the driver would take, it repeats in messages and logs, password and all; and what
  // stands before an @ it takes for the host's name.
  private static final String HOST = "(\\[[0-9a-fA-F:.%]+]|[^/:@?;,\\[\\]]*)(:\\d{1,5})?";
  private static final Pattern SHAPE =
      Pattern.compile("jdbc:postgresql:(//HOST(,HOST)*/)?[^/@?;]*(\\?.*)?".replace("HOST", HOST));

  private final String url;
  private final int majorVersion;

  private GivenServer(String url, int majorVersion) {
    this.url = url;
    this.majorVersion = majorVersion;
  }

  /**
   * Connects once, to see that the server answers.
   *
   * @param jdbcUrl with the role's name, and its password if it needs one, as parameters
   * @throws SQLException when the URL cannot be read, or the server does not answer or refuses; the
   *     message holds no password
   */
  public static GivenServer connect(String jdbcUrl) throws SQLException {
    if (!isReadable(jdbcUrl)) {
      throw new SQLException(
          "its URL is not of the form"
              + " jdbc:postgresql://host:port/database?user=…&password=…, with %25 for a %");
    }
    PGSimpleDataSource source = source(jdbcUrl);
    try {
      return new GivenServer(jdbcUrl, Readiness.ask(source));
    } catch (SQLException e) {
      throw new SQLException(place(source) + ": " + e.getMessage(), e.getSQLState(), e);
    }
  }

  private static boolean isReadable(String jdbcUrl) {
    if (!SHAPE.matcher(jdbcUrl).matches()) {
      return false;
    }
    try {
      source(jdbcUrl);
      return true;
    } catch (IllegalArgumentException e) {
      return false; // not kept as a cause either: its message repeats the URL
    }
  }

  @Override
  public String description() {
    return "given PostgreSQL " + majorVersion + " on " + place(source());
  }

  private static String place(PGSimpleDataSource source) {
    return source.getServerNames()[0] + ":" + source.getPortNumbers()[0];
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
    return sourceOf(database);
  }

  private PGSimpleDataSource source() {
    return source(url);
  }

  private static PGSimpleDataSource source(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    return source;
  }

  private PGSimpleDataSource sourceOf(String database) {
    PGSimpleDataSource source = source();
    source.setDatabaseName(database);
    return source;
  }

  @Override
  public String jdbcUrl(String database) {
    PGSimpleDataSource source = sourceOf(database);
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
