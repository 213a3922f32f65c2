package io.speechtotext.app.zone;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All times within records, by the record's and the component's name. Not thread-safe. */
final class Times {

  private final Map<String, Instant> found = new TreeMap<>();

  /**
   * Notes those within a record, and within those that it holds.
   *
   * @throws IllegalStateException when one was noted before and was another time
   */
  void note(@Nullable Object value) throws ReflectiveOperationException {
    if (value instanceof Optional<?> optional) {
      note(optional.orElse(null));
    } else if (value instanceof Iterable<?> many) {
      for (Object each : many) {
        note(each);
      }
    } else if (value instanceof Record holder) {
      for (RecordComponent component : holder.getClass().getRecordComponents()) {
        String name = holder.getClass().getSimpleName() + "." + component.getName();
        note(name, component.getAccessor().invoke(holder));
      }
    }
  }

  private void note(String name, @Nullable Object value) throws ReflectiveOperationException {
    if (value instanceof Instant time) {
      Instant before = found.putIfAbsent(name, time);
      if (before != null && !before.equals(time)) {
        throw new IllegalStateException("%s was %s and is %s".formatted(name, before, time));
      }
    } else {
      note(value);
    }
  }

  /** One a line. */
  String lines() {
    StringBuilder lines = new StringBuilder();
    found.forEach((name, time) -> lines.append(name).append(' ').append(time).append('\n'));
    return lines.toString();
  }
}
