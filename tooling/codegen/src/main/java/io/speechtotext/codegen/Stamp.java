package io.speechtotext.codegen;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A list of things and what they were: a value, or a hash of one. Immutable, and in an order that
 * the same things always come in. Names and values hold no tab and no line break.
 */
record Stamp(Map<String, String> entries) {

  Stamp(Map<String, String> entries) {
    Map<String, String> copy = new LinkedHashMap<>();
    entries.forEach((name, value) -> copy.put(onOneLine(name), onOneLine(value)));
    this.entries = copy;
  }

  /** With one thing more, at the end. */
  Stamp with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(entries);
    more.remove(onOneLine(name));
    more.put(name, value);
    return new Stamp(more);
  }

  /** The first thing that is not what it was in {@code before}; empty when all are. */
  Optional<String> firstChangeSince(Stamp before) {
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      String was = before.entries.get(entry.getKey());
      if (was == null) {
        return Optional.of(entry.getKey() + " is new");
      }
      if (!was.equals(entry.getValue())) {
        return Optional.of(change(entry.getKey(), was, entry.getValue()));
      }
    }
    return before.entries.keySet().stream()
        .filter(name -> !entries.containsKey(name))
        .findFirst()
        .map(name -> name + " is gone");
  }

  private static String change(String name, String was, String is) {
    return Sha256.isHash(is) ? name + " changed" : name + " changed from " + was + " to " + is;
  }

  private static String onOneLine(String text) {
    return text.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
  }
}
