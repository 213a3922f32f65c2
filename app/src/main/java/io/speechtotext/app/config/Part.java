package io.speechtotext.app.config;

/** What a connection needs, with the production default of each. */
enum Part {
  HOST("DB_HOST", "host", "localhost"),
  PORT("DB_PORT", "port", "5432"),
  DATABASE("DB_NAME", "dbname", "speech_to_text"),
  USER("DB_USER", "user", "postgres"),
  PASSWORD("DB_PASSWORD", "password", "postgres");

  private final String variable;
  private final String keyword;
  private final String fallback;

  Part(String variable, String keyword, String fallback) {
    this.variable = variable;
    this.keyword = keyword;
    this.fallback = fallback;
  }

  /** The environment variable that holds this part alone. */
  String variable() {
    return variable;
  }

  /** What libpq calls this part in a URL's query. */
  String keyword() {
    return keyword;
  }

  /** The value in production, used where none is given. */
  String fallback() {
    return fallback;
  }
}
