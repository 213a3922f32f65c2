package io.speechtotext.migrator.snapshot;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot says of a column, taken apart.
 *
 * @param type with its length and the like, as the server calls it
 * @param collation null when it is the type's own
 * @param defaultValue an expression; null when there is none
 * @param generation how the server makes its values by itself; null when it does not
 */
record ColumnText(
    String type,
    @Nullable String collation,
    boolean notNull,
    @Nullable String defaultValue,
    @Nullable String generation) {

  // The type comes first and may be quoted, so the rest decides where it ends.
  private static final Pattern SYNTAX =
      Pattern.compile(
          "(?<type>.+?)"
              + "(?: collate (?<collation>\\S+|(?:\\w+\\.)?\"[^\"]+\"))?"
              + "(?<notNull> not null)?"
              + "(?: default (?<default>.+)| (?<generation>generated .+))?",
          Pattern.DOTALL);

  static ColumnText of(String text) {
    Matcher parts = SYNTAX.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("'" + text + "' describes no column");
    }
    return new ColumnText(
        Objects.requireNonNull(parts.group("type")),
        parts.group("collation"),
        parts.group("notNull") != null,
        parts.group("default"),
        parts.group("generation"));
  }

  /** Whether an insert need not name it. */
  boolean isOptional() {
    return !notNull || defaultValue != null || generation != null;
  }

  /** Whether code that expects this column cannot work with {@code found}. */
  boolean isBrokenBy(ColumnText found) {
    boolean sameKind =
        type.equals(found.type)
            && notNull == found.notNull
            && Objects.equals(collation, found.collation)
            && Objects.equals(generation, found.generation);
    return !sameKind || (defaultValue != null && found.defaultValue == null);
  }

  /** The text, with the types that migrations have shorter names for called by those. */
  static String shortened(String text) {
    String type = of(text).type;
    String shorter =
        type.replace("character varying", "varchar")
            .replaceFirst("^character\\b", "char")
            .replaceFirst("^(timestamp|time)(\\(\\d\\))? without time zone", "$1$2")
            .replaceFirst("^(timestamp|time)(\\(\\d\\))? with time zone", "$1tz$2");
    return shorter + text.substring(type.length());
  }
}
