package io.speechtotext.app.config;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A {@code jdbc:postgresql:} URL, read by the rules of the driver's {@code Driver.parseURL}.
 *
 * <p>So {@code +} is a blank in a database name or a value, unlike in a libpq URL; hosts are not
 * decoded; user and password are parameters. Stricter than the driver, a parameter that it does not
 * know is refused, not ignored.
 */
final class JdbcUrl {
  private static final String PREFIX = "jdbc:postgresql:";
  private static final Pattern SHAPE =
      Pattern.compile(
          PREFIX
              + "(?<target>"
              + "//(?<hosts>[^/?]*)/(?<dbname>[^/?]*)|//|(?<name>[^/?][^?]*)?)"
              + "(?:\\?(?<query>.*))?",
          Pattern.DOTALL);

  private JdbcUrl() {}

  /** Returns empty when {@code url} is of another kind. */
  static Optional<ConnectionParts> parse(Setting url) {
    if (!url.text().startsWith(PREFIX)) {
      return Optional.empty();
    }
    UrlShape shape = UrlShape.of(url, SHAPE).orElseThrow(() -> malformed(url));
    return Optional.of(parts(url, shape));
  }

  private static ConfigurationException malformed(Setting url) {
    return url.refuse(
        "must have a form that the JDBC driver accepts",
        "Write jdbc:postgresql://host:5432/database?user=u&password=p, and / in a name as %2F");
  }

  private static ConnectionParts parts(Setting url, UrlShape shape) {
    StrayPassword.refuseIn(url, shape.text("target"));
    ConnectionParts.Builder parts = new ConnectionParts.Builder();
    addTarget(shape, parts);
    addQuery(shape, parts);
    return parts.build();
  }

  private static void addTarget(UrlShape shape, ConnectionParts.Builder parts) {
    Authority authority = Authority.of(shape.text("hosts"));
    parts.put(Part.HOST, shape.piece("host", authority.hosts()));
    // Where ports stand, some write a password: jdbc:postgresql://user:password
    parts.put(Part.PORT, shape.secret("port", authority.ports()));
    Setting database = shape.secret("dbname", shape.text("dbname") + shape.text("name"));
    parts.put(Part.DATABASE, JdbcQuery.decode(database));
  }

  private static void addQuery(UrlShape shape, ConnectionParts.Builder parts) {
    Map<String, Setting> parameters = JdbcQuery.parse(shape.piece("query", shape.text("query")));
    parts.takeFrom(parameters);
    DriverProperties driver = DriverProperties.load();
    parameters.forEach(
        (name, value) -> {
          driver.requireKnown(value.piece(value.what(), name));
          driver.requireChoice(name, value.piece(value.what() + " (" + name + ")", value.text()));
          parts.property(name, value.text());
        });
  }
}
