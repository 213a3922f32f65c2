package io.speechtotext.examples.service;

import java.time.Duration;
import java.util.Map;

/** Environment variables, by name, with defaults. */
record Variables(Map<String, String> values) {

  String text(String name, String otherwise) {
    String value = values.getOrDefault(name, "").strip();
    return value.isEmpty() ? otherwise : value;
  }

  int number(String name, int otherwise, int minimum) {
    String value = text(name, Integer.toString(otherwise));
    if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < minimum) {
      throw new IllegalArgumentException(
          "%s is a whole number from %d upwards, not \"%s\". Next: set it to one, such as %d, or unset it"
              .formatted(name, minimum, value, otherwise));
    }
    return Integer.parseInt(value);
  }

  Duration seconds(String name, int otherwise) {
    return Duration.ofSeconds(number(name, otherwise, 1));
  }
}
