package io.speechtotext.app.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** The part of a libpq URL behind its {@code ?}. */
final class LibpqQuery {
  private LibpqQuery() {}

  /**
   * Returns the decoded values by their decoded keywords, in a new map; the last of equal ones
   * counts, and {@code ssl=true} is {@code sslmode=require}, both as in libpq.
   */
  static Map<String, Setting> parse(Setting query) {
    Map<String, Setting> parameters = new LinkedHashMap<>();
    String[] tokens = query.isEmpty() ? new String[0] : query.text().split("&");
    for (int i = 0; i < tokens.length; i++) {
      add(query.piece("parameter " + (i + 1), tokens[i]), parameters);
    }
    return parameters;
  }

  private static void add(Setting token, Map<String, Setting> parameters) {
    String[] sides = token.text().split("=", -1);
    if (sides.length != 2) {
      throw token
          .showableIf(false)
          .refuse(
              "must be keyword=value", "Write & between parameters; in a value & is %26, = %3D");
    }
    String keyword = PercentDecoder.decode(token.piece(token.what(), sides[0])).text();
    Setting value = PercentDecoder.decode(token.piece(token.what(), sides[1]));
    if (keyword.equals("ssl") && value.text().equals("true")) {
      parameters.put("sslmode", value.piece(token.what(), "require"));
    } else {
      parameters.put(keyword, value);
    }
  }
}
