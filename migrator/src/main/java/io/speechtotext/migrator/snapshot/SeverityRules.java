package io.speechtotext.migrator.snapshot;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The table that stands at {@link Severity}. */
final class SeverityRules {

  private static final Set<String> OBJECTS =
      Set.of(
          "table",
          "foreign-table",
          "view",
          "materialized-view",
          "sequence",
          "type",
          "function",
          "procedure",
          "aggregate",
          "window-function",
          "extension");
  private static final Pattern KEY = Pattern.compile("(PRIMARY|UNIQUE|FOREIGN) .*", Pattern.DOTALL);

  private SeverityRules() {}

  static Severity of(String kind, @Nullable String expected, @Nullable String found) {
    boolean breaks =
        expected == null
            ? breaksByBeingThere(kind, found)
            : found == null
                ? breaksByBeingMissing(kind, expected)
                : breaksByBeingOther(kind, expected, found);
    return breaks ? Severity.BREAKS : Severity.EXTRA;
  }

  private static boolean breaksByBeingThere(String kind, @Nullable String found) {
    return switch (kind) {
      case "column" -> found != null && !ColumnText.of(found).isOptional();
      case "row-security" -> true;
      default -> false;
    };
  }

  private static boolean breaksByBeingMissing(String kind, String expected) {
    return switch (kind) {
      case "column", "trigger", "row-security", "returns", "values" -> true;
      case "constraint" -> KEY.matcher(expected).matches();
      case "index" -> expected.startsWith("unique ");
      default -> OBJECTS.contains(kind);
    };
  }

  private static boolean breaksByBeingOther(String kind, String expected, String found) {
    return switch (kind) {
      case "column" -> ColumnText.of(expected).isBrokenBy(ColumnText.of(found));
      case "row-security", "returns", "type" -> true;
      case "values" -> !lines(found).containsAll(lines(expected));
      case "constraint" ->
          KEY.matcher(expected).matches() && !found.equals(expected + " NOT VALID");
      case "index" -> expected.startsWith("unique ");
      default -> false;
    };
  }

  private static List<String> lines(String text) {
    return Arrays.asList(text.split("\n", -1));
  }
}
