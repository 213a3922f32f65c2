package io.speechtotext.examples.service.jobs;

import io.javalin.http.Context;
import io.speechtotext.app.failure.NotFoundException;
import java.util.UUID;

/** The job that a path names. */
public final class JobId {

  private JobId() {}

  /**
   * Reads it.
   *
   * @throws NotFoundException when no job can have such an id
   */
  public static UUID of(Context request) {
    String text = request.pathParam("job_id");
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException("job", text);
    }
  }
}
