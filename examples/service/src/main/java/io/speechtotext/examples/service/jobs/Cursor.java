package io.speechtotext.examples.service.jobs;

import io.javalin.http.BadRequestResponse;
import io.speechtotext.app.paging.CreatedAt;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** A position in a list as clients have it: to be given back, not to be looked into. */
final class Cursor {

  private static final String SEPARATOR = " ";

  private Cursor() {}

  static String of(CreatedAt position) {
    String text = position.createdAt() + SEPARATOR + position.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The position that {@link #of} wrote.
   *
   * @throws BadRequestResponse when somebody else wrote it
   */
  static CreatedAt read(String cursor) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      String[] parts = new String(bytes, StandardCharsets.US_ASCII).split(SEPARATOR, 2);
      return new CreatedAt(Instant.parse(parts[0]), Integer.parseInt(parts[parts.length - 1]));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new BadRequestResponse("after is the next of another page, and this is none");
    }
  }
}
