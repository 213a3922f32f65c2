package io.speechtotext.throwaway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** The tests' own server as somebody else would give it: by a URL with role and password. */
final class GivenUrl {

  private GivenUrl() {}

  static String of(ThrowawayDatabase database) {
    return of(database, database.user(), database.password());
  }

  static String of(ThrowawayDatabase database, String user, String password) {
    String url = database.jdbcUrl();
    return "%s%suser=%s&password=%s"
        .formatted(
            url,
            url.contains("?") ? "&" : "?",
            URLEncoder.encode(user, UTF_8),
            URLEncoder.encode(password, UTF_8));
  }
}
