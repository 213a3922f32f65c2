package io.speechtotext.app.config;

import java.net.InetAddress;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
  private static final String KEY_PASSWORD = "sslpassword";
  private static final String OPTIONS = "options";

  private final String hosts;
  private final String database;
  private final String user;
  private final String password;
  private final Map<String, String> properties;

  private DatabaseSettings(DatabaseSettings other, Map<String, String> properties) {
    hosts = other.hosts;
    database = other.database;
    user = other.user;
    password = other.password;
    this.properties = Collections.unmodifiableMap(new TreeMap<>(properties));
  }

  private DatabaseSettings(ConnectionParts parts) {
    hosts = parts.hosts();
    database = parts.database();
    user = parts.user();
    password = parts.password();
    properties = parts.properties();
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
        .orElseGet(() -> new DatabaseSettings(ConnectionParts.ofVariables(variables)));
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
    return variables
        .get(variable)
        .map(text -> new DatabaseSettings(DatabaseUrl.parse(variable, text)));
  }

  /**
   * The URL for the PostgreSQL JDBC driver, with all its properties but {@link #user()}, {@link
   * #password()} and {@link #secretProperties()}: it may be shown.
   */
  public String jdbcUrl() {
    String query =
        properties.entrySet().stream()
            .filter(property -> !property.getKey().equals(KEY_PASSWORD))
            .map(property -> property.getKey() + "=" + encode(property.getValue()))
            .collect(Collectors.joining("&"));
    return "jdbc:postgresql://"
        + hosts
        + "/"
        + encode(database)
        + (query.isEmpty() ? "" : "?" + query);
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
    String secret = properties.get(KEY_PASSWORD);
    return secret == null ? Map.of() : Map.of(KEY_PASSWORD, secret);
  }

  /**
   * The same database, whose sessions begin with settings of the server; those that the URL's own
   * {@code options} hold take precedence.
   *
   * @param settings by the server's names; values without blanks
   */
  public DatabaseSettings withServerSettings(Map<String, String> settings) {
    String own = properties.getOrDefault(OPTIONS, "");
    String all =
        settings.entrySet().stream()
            .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining(" "));
    Map<String, String> changed = new TreeMap<>(properties);
    changed.put(OPTIONS, (all + " " + own).strip());
    return new DatabaseSettings(this, changed);
  }

  /** {@code user@host:port/database} for people and logs: on one line and without password. */
  public String describe() {
    return Setting.printable(user + "@" + hosts + "/" + database);
  }

  /**
   * Whether every host is this machine: asks for its addresses, and takes one that has none for
   * another. What a tunnel leads to cannot be told.
   */
  public boolean isOnLoopback() {
    return Arrays.stream(hosts.split(",", -1)).allMatch(DatabaseSettings::isLoopback);
  }

  private static boolean isLoopback(String address) {
    String host = address.substring(0, address.lastIndexOf(':'));
    try {
      return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      return false; // the answer that was asked for
    }
  }

  /** Never the password. */
  @Override
  public String toString() {
    return "DatabaseSettings[" + describe() + "]";
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
