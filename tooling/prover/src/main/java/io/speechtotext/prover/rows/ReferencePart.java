package io.speechtotext.prover.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A foreign key's columns: few rows are referred to often, and many seldom. */
final class ReferencePart implements RowPart {

  private static final int NULL_PERCENT = 10;

  private final ForeignKey foreignKey;
  private final KeyPool pool;
  private final @Nullable Iterator<List<String>> once;

  private ReferencePart(
      ForeignKey foreignKey, KeyPool pool, @Nullable Iterator<List<String>> once) {
    this.foreignKey = foreignKey;
    this.pool = pool;
    this.once = once;
  }

  /** One that may refer to the same row again. */
  static ReferencePart any(ForeignKey foreignKey, KeyPool pool) {
    return new ReferencePart(foreignKey, pool, null);
  }

  /** One whose rows all refer to different rows. */
  static ReferencePart distinct(ForeignKey foreignKey, KeyPool pool, Random random) {
    return new ReferencePart(foreignKey, pool, pool.shuffled(random).iterator());
  }

  /** One that refers to nothing yet. */
  static ReferencePart postponed(ForeignKey foreignKey) {
    return new ReferencePart(foreignKey, new KeyPool(List.of()), null);
  }

  @Override
  public String obstacle() {
    return foreignKey.isOptional()
        ? ""
        : "refers to %s by the NOT NULL foreign key %s, and %s %s"
            .formatted(
                foreignKey.referenced(),
                foreignKey.constraint().name(),
                foreignKey.referenced(),
                pool.isEmpty() ? "is empty" : "has no more rows");
  }

  @Override
  public boolean decide(Row row, Random random, long ordinal) {
    boolean wanted = !foreignKey.isOptional() || random.nextInt(100) >= NULL_PERCENT;
    List<String> key = wanted && !pool.isEmpty() ? pick(row, random) : null;
    if (key == null) {
      foreignKey.nullable().stream().filter(n -> !row.isSet(n)).forEach(n -> row.set(n, null));
      return foreignKey.isOptional();
    }
    for (int i = 0; i < key.size(); i++) {
      if (!row.isSet(foreignKey.columns().get(i))) {
        row.set(foreignKey.columns().get(i), key.get(i));
      }
    }
    return true;
  }

  private @Nullable List<String> pick(Row row, Random random) {
    List<Integer> shared = new ArrayList<>();
    List<@Nullable String> values = new ArrayList<>();
    for (int i = 0; i < foreignKey.columns().size(); i++) {
      int column = foreignKey.columns().get(i);
      if (row.isSet(column)) {
        shared.add(i);
        values.add(row.get(column));
      }
    }
    if (once != null && shared.isEmpty()) {
      return once.hasNext() ? once.next() : null;
    }
    int limit = foreignKey.isSelf() ? Math.max(0, pool.place(ownKey(row))) : pool.size();
    if (shared.isEmpty()) {
      return limit == 0 ? null : pool.key(skewed(random, limit));
    }
    List<Integer> places = pool.matching(shared, values);
    int found = Collections.binarySearch(places, limit);
    int usable = found < 0 ? -found - 1 : found;
    return usable == 0 ? null : pool.key(places.get(skewed(random, usable)));
  }

  // Only what comes before a row can be its parent: a circle of parents has no end to walk to.
  private List<@Nullable String> ownKey(Row row) {
    List<@Nullable String> key = new ArrayList<>();
    foreignKey.constraint().referencedColumns().forEach(column -> key.add(row.get(column)));
    return key;
  }

  private static int skewed(Random random, int size) {
    double part = random.nextDouble();
    return (int) (part * part * size);
  }
}
