package io.speechtotext.app.config;

import java.util.regex.Pattern;

/** Finds out which kind of URL a variable holds. */
final class DatabaseUrl {
  static final String VARIABLE = "DATABASE_URL";
  static final String MIGRATION_VARIABLE = "MIGRATION_" + VARIABLE;
  static final String LISTEN_VARIABLE = "LISTEN_" + VARIABLE;

  private static final Pattern SCHEME = Pattern.compile("(jdbc:)?[A-Za-z][A-Za-z0-9+.-]*");

  private DatabaseUrl() {}

  /** Takes the text of {@code variable} apart; blanks around it are ignored, as libpq does. */
  static ConnectionParts parse(String variable, String text) {
    Setting url = new Setting(variable, "URL", text.strip(), false);
    return LibpqUrl.parse(url).or(() -> JdbcUrl.parse(url)).orElseThrow(() -> unknownScheme(url));
  }

  private static ConfigurationException unknownScheme(Setting url) {
    return scheme(url)
        .refuse(
            "must be postgresql, postgres, postgresql+driver or jdbc:postgresql",
            "Write postgresql://user:password@host:5432/database");
  }

  /** What is before {@code ://}, and not shown unless it looks like a scheme. */
  private static Setting scheme(Setting url) {
    int end = Math.max(url.text().indexOf("://"), 0);
    String scheme = url.text().substring(0, end);
    return new Setting(url.variable(), "scheme", scheme, SCHEME.matcher(scheme).matches());
  }
}
