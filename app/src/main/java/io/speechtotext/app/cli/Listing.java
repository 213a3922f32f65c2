package io.speechtotext.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows under named columns: aligned text for people, an array of objects for programs. */
public final class Listing {

  private static final String GAP = "  ";

  private final List<String> columns;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();

  /** A listing of no rows yet. */
  public Listing(String... columns) {
    this.columns = List.of(columns);
  }

  /** Adds a row, a value for each column; null is an empty place. */
  public Listing add(@Nullable Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(
          "%d values for the columns %s".formatted(values.length, columns));
    }
    rows.add(new ArrayList<>(Arrays.asList(values)));
    return this;
  }

  /** The rows with their columns' names, in order. */
  public List<Map<String, @Nullable Object>> objects() {
    List<Map<String, @Nullable Object>> objects = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        object.put(columns.get(i), row.get(i));
      }
      objects.add(object);
    }
    return objects;
  }

  /** The heading and the rows, a line each; nothing at all when there are no rows. */
  public List<String> lines() {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<List<String>> table = new ArrayList<>();
    table.add(columns.stream().map(name -> name.replace('_', ' ')).toList());
    rows.forEach(row -> table.add(row.stream().map(Listing::text).toList()));
    int[] widths = new int[columns.size()];
    for (List<String> line : table) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    return table.stream().map(line -> aligned(line, widths)).toList();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String aligned(List<String> values, int[] widths) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      cells.add(values.get(i) + " ".repeat(widths[i] - values.get(i).length()));
    }
    return cells.stream().collect(Collectors.joining(GAP)).stripTrailing();
  }
}
