package io.speechtotext.prover.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The keys that a foreign key may point at, as texts, in one order everywhere. */
final class KeyPool {

  private final List<List<String>> keys;
  private final Map<List<@Nullable String>, List<Integer>> byShared = new HashMap<>();
  private final Map<List<String>, Integer> places = new HashMap<>();
  private List<Integer> sharedPlaces = List.of();

  KeyPool(List<List<String>> keys) {
    this.keys = List.copyOf(keys);
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  int size() {
    return keys.size();
  }

  List<String> key(int place) {
    return keys.get(place);
  }

  /** The place of a key in the order; -1 when it is none of these. */
  int place(List<@Nullable String> key) {
    for (int i = places.size(); i < keys.size(); i++) {
      places.put(keys.get(i), i);
    }
    return places.getOrDefault(key, -1);
  }

  /** All in an order by chance. */
  List<List<String>> shuffled(Random random) {
    List<List<String>> shuffled = new ArrayList<>(keys);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  /** The places of those keys that hold the given values at the given positions, in order. */
  List<Integer> matching(List<Integer> positions, List<@Nullable String> values) {
    if (!positions.equals(sharedPlaces)) {
      byShared.clear();
      sharedPlaces = positions;
      for (int place = 0; place < keys.size(); place++) {
        List<String> key = keys.get(place);
        byShared
            .computeIfAbsent(positions.stream().map(key::get).toList(), each -> new ArrayList<>())
            .add(place);
      }
    }
    return byShared.getOrDefault(values, List.of());
  }
}
