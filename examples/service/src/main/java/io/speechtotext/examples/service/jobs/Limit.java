package io.speechtotext.examples.service.jobs;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.Optional;

/** How many items a client wants on a page. */
final class Limit {

  private static final int USUAL = 50;
  private static final int LARGEST = 200;

  private Limit() {}

  static int of(Context request) {
    return Optional.ofNullable(request.queryParam("limit")).map(Limit::read).orElse(USUAL);
  }

  private static int read(String text) {
    int limit = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > LARGEST) {
      throw new BadRequestResponse("limit is a whole number from 1 to " + LARGEST);
    }
    return limit;
  }
}
