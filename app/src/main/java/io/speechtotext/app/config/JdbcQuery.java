package io.speechtotext.app.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The part of a JDBC URL behind its {@code ?}. */
final class JdbcQuery {
  private static final Set<String> PARTS = Set.of("PGHOST", "PGPORT", "PGDBNAME");

  private JdbcQuery() {}

  /**
   * Returns the decoded values by their names, in a new map; the last of equal ones counts. Host,
   * port and database have libpq's names, whichever of the driver's spellings was used.
   */
  static Map<String, Setting> parse(Setting query) {
    Map<String, Setting> parameters = new LinkedHashMap<>();
    String[] tokens = query.text().split("&", -1);
    for (int i = 0; i < tokens.length; i++) {
      if (!tokens[i].isEmpty()) {
        add(query.piece("parameter " + (i + 1), tokens[i]), parameters);
      }
    }
    return parameters;
  }

  /** Decodes as the driver does. */
  static Setting decode(Setting encoded) {
    return PercentDecoder.decode(encoded.piece(encoded.what(), encoded.text().replace('+', ' ')));
  }

  private static void add(Setting token, Map<String, Setting> parameters) {
    String[] sides = token.text().split("=", 2);
    boolean named = sides.length == 2;
    if (named && StrayPassword.hasKeyword(sides[1])) {
      throw token
          .showableIf(false)
          .refuse("must not run into password=", "Write & between parameters");
    }
    // A name alone has an empty value; but what looks like a name may be the end of a password.
    Setting value = token.piece(token.what(), named ? sides[1] : "").showableIf(named);
    parameters.put(libpqName(sides[0]), decode(value));
  }

  private static String libpqName(String name) {
    String withPrefix = "PG" + name.toUpperCase(Locale.ROOT);
    if (PARTS.contains(withPrefix)) {
      return name.toLowerCase(Locale.ROOT);
    }
    return PARTS.contains(name) ? name.substring(2).toLowerCase(Locale.ROOT) : name;
  }
}
