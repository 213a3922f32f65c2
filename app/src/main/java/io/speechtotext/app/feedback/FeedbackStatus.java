package io.speechtotext.app.feedback;

import java.util.Arrays;
import java.util.Locale;

/** What was decided about feedback. */
public enum FeedbackStatus {
  /** Nothing yet. */
  PENDING,
  /** It is right; what it corrects may become terms of a lexicon. */
  APPROVED,
  /** It is not right. */
  REJECTED;

  /** As it stands in the database. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  static FeedbackStatus of(String value) {
    return Arrays.stream(values())
        .filter(status -> status.value().equals(value))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no feedback status " + value));
  }
}
