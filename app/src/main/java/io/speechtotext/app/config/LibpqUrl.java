package io.speechtotext.app.config;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A {@code postgresql://} URL, read by the rules of libpq's {@code conninfo_uri_parse_options}.
 *
 * <p>The first {@code @} ends user and password, and only when no {@code /} is before it; the first
 * {@code :} ends the user. So {@code ?}, {@code #}, {@code +} and further {@code :} may stand in a
 * password as they are. Stricter than libpq, a second literal {@code @} before the query is
 * refused.
 */
final class LibpqUrl {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:postgres|postgresql(?:\\+\\w+)?)://"
              + "(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?(?<at>@))?"
              + "(?<target>(?<hosts>[^/?]*)(?:/(?<dbname>[^?]*))?)"
              + "(?:\\?(?<query>.*))?",
          Pattern.DOTALL);
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cntrl}]");

  private LibpqUrl() {}

  /** Returns empty when {@code url} is of another kind. */
  static Optional<ConnectionParts> parse(Setting url) {
    return UrlShape.of(url, SHAPE).map(shape -> parts(url, shape));
  }

  private static ConnectionParts parts(Setting url, UrlShape shape) {
    if (BLANK.matcher(url.text()).find()) {
      throw url.refuse("must not hold blanks or control characters", "Write a blank as %20");
    }
    StrayPassword.refuseIn(url, shape.text("target"));
    ConnectionParts.Builder parts = new ConnectionParts.Builder();
    addTarget(shape, parts);
    addQuery(shape, parts);
    return parts.build();
  }

  private static void addTarget(UrlShape shape, ConnectionParts.Builder parts) {
    Authority authority = Authority.of(shape.text("hosts"));
    // Without an @ this may be a URL cut off in its password, which then stands where ports do.
    boolean afterPassword = !shape.text("at").isEmpty();
    Setting ports = shape.piece("port", authority.ports()).showableIf(afterPassword);
    parts.put(Part.PORT, PercentDecoder.decode(ports));
    parts.put(Part.HOST, PercentDecoder.decode(shape.piece("host", authority.hosts())));
    for (Part part : new Part[] {Part.USER, Part.PASSWORD, Part.DATABASE}) {
      String keyword = part.keyword();
      parts.put(part, PercentDecoder.decode(shape.secret(keyword, shape.text(keyword))));
    }
  }

  private static void addQuery(UrlShape shape, ConnectionParts.Builder parts) {
    Map<String, Setting> parameters = LibpqQuery.parse(shape.piece("query", shape.text("query")));
    parts.takeFrom(parameters);
    LibpqParameters.translate(parameters).forEach(parts::property);
  }
}
