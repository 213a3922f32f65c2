package io.speechtotext.app.config;

import java.util.Map;
import java.util.Optional;

/**
 * Which PostgreSQL database to use, and as whom. Immutable and thread-safe.
 *
 * <p>{@code DATABASE_URL}, when set, is all that counts. It may be
 *
 * <ul>
 *   <li>a URL as libpq and psql read it, {@code
 *       postgresql://user:p%40ss@host:5432/db?sslmode=require}, also with the schemes {@code
 *       postgres} and, for SQLAlchemy's sake, {@code postgresql+driver}. User, password and
 *       database name are percent-encoded UTF-8; {@code +} is a plus sign, and a literal {@code @}
 *       only ends the password. There may be several servers, {@code h1:5432,h2:5433}, and IPv6
 *       addresses in brackets. libpq's parameters are translated into the JDBC driver's.
 *   <li>a {@code jdbc:postgresql:} URL of any form and with any property that the driver has, but
 *       for {@code service}. User and password are taken out of it.
 * </ul>
 *
 * <p>Else {@code DB_HOST}, {@code DB_PORT}, {@code DB_NAME}, {@code DB_USER} and {@code
 * DB_PASSWORD} count, taken literally. The production defaults are {@code localhost}, {@code 5432},
 * {@code speech_to_text}, {@code postgres} and {@code postgres}; they also stand in for what a URL
 * leaves out, except that a URL with a user but without a password means no password. An empty
 * variable is an unset one. Variables of libpq's own, such as {@code PGHOST}, are not read.
 *
 * <p>Unix sockets, and parameters that the driver has no counterpart for, are refused.
 */
public final class DatabaseSettings {

  private final DriverUrl url;
  private final String user;
  private final String password;

  private DatabaseSettings(DriverUrl url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  private static DatabaseSettings of(ConnectionParts parts) {
    return new DatabaseSettings(DriverUrl.of(parts), parts.user(), parts.password());
  }

  /**
   * Reads the environment of this process.
   *
   * @throws ConfigurationException when a variable cannot be understood
   */
  public static DatabaseSettings fromEnvironment() {
    return from(System.getenv());
  }

  /**
   * Reads variables by their names; ignores all but those named above.
   *
   * @param environment neither keys nor values are null
   * @throws ConfigurationException when a variable cannot be understood
   */
  public static DatabaseSettings from(Map<String, String> environment) {
    Environment variables = new Environment(environment);
    return url(variables, DatabaseUrl.VARIABLE)
        .orElseGet(() -> of(ConnectionParts.ofVariables(variables)));
  }

  /**
   * As above for who changes the schema: {@code MIGRATION_DATABASE_URL}, when set, is all that
   * counts. It names the schema's owner, and the server itself where the application reaches it
   * through a pooler.
   */
  public static DatabaseSettings forMigration(Map<String, String> environment) {
    return url(new Environment(environment), DatabaseUrl.MIGRATION_VARIABLE)
        .orElseGet(() -> from(environment));
  }

  /**
   * The server itself, for those who LISTEN where the application reaches it through a pooler:
   * {@code LISTEN_DATABASE_URL}; nothing when that is unset or empty.
   */
  public static Optional<DatabaseSettings> forListening(Map<String, String> environment) {
    return url(new Environment(environment), DatabaseUrl.LISTEN_VARIABLE);
  }

  private static Optional<DatabaseSettings> url(Environment variables, String variable) {
    return variables.get(variable).map(text -> of(DatabaseUrl.parse(variable, text)));
  }

  /**
   * The URL for the PostgreSQL JDBC driver, with all its properties but {@link #user()}, {@link
   * #password()} and {@link #secretProperties()}: it may be shown.
   */
  public String jdbcUrl() {
    return url.text();
  }

  /** The user to log in as; never empty. */
  public String user() {
    return user;
  }

  /** The password; empty when there is none, as for certificates and {@code trust}. */
  public String password() {
    return password;
  }

  /**
   * The driver's properties that a URL must not show: {@code sslpassword}, which opens the client's
   * key, or nothing. Unmodifiable.
   */
  public Map<String, String> secretProperties() {
    return url.secrets();
  }

  /**
   * The same database, whose sessions begin with settings of the server; those that the URL's own
   * {@code options} hold take precedence.
   *
   * @param settings by the server's names; values without blanks
   */
  public DatabaseSettings withServerSettings(Map<String, String> settings) {
    return new DatabaseSettings(url.with(settings), user, password);
  }

  /** {@code user@host:port/database} for people and logs: on one line and without password. */
  public String describe() {
    return Setting.printable(user + "@" + url.hosts() + "/" + url.database());
  }

  /**
   * Whether every host is this machine: asks for its addresses, and takes one that has none for
   * another. What a tunnel leads to cannot be told.
   */
  public boolean isOnLoopback() {
    return Loopback.isAllOf(url.hosts());
  }

  /** Never the password. */
  @Override
  public String toString() {
    return "DatabaseSettings[" + describe() + "]";
  }
}
