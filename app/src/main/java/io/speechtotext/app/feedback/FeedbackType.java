package io.speechtotext.app.feedback;

import java.util.Arrays;
import java.util.Locale;

/** What sort of feedback it is. */
public enum FeedbackType {
  /** The text should read otherwise. */
  CORRECTION,
  /** The text was checked by somebody. */
  VALIDATION,
  /** The recording or its text is too poor to be corrected word by word. */
  QUALITY_ISSUE;

  /** As it stands in the database. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  static FeedbackType of(String value) {
    return Arrays.stream(values())
        .filter(type -> type.value().equals(value))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no feedback type " + value));
  }
}
