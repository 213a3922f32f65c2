package io.speechtotext.app;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether the database answers.
 *
 * @param duration how long it was waited for
 * @param problem what stood in the way, for people; empty when it answers
 */
public record Health(Duration duration, Optional<String> problem) {

  /** Whether it answers. */
  public boolean isUp() {
    return problem.isEmpty();
  }
}
