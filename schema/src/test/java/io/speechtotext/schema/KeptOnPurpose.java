package io.speechtotext.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What stays although a check finds it: a line of {@code src/main/notes/kept-on-purpose.txt}.
 *
 * @param check the check's name: {@code indexes-with-boolean}
 * @param objects what it finds, by name
 * @param reason in sentences
 */
record KeptOnPurpose(String check, List<String> objects, String reason) {

  static final Path FILE = Path.of("src", "main", "notes", "kept-on-purpose.txt");
  static final String SYNTAX = "allow <check> on <object>, <object>: <reason>";

  private static final Pattern LINE =
      Pattern.compile("allow (?<check>\\S+) on (?<objects>[^:]+): (?<reason>.+)");

  /**
   * Reads the committed file.
   *
   * @throws IllegalArgumentException when a line is none of this kind
   */
  static List<KeptOnPurpose> all() throws IOException {
    return wholeLines(Files.readAllLines(FILE)).stream().map(KeptOnPurpose::parse).toList();
  }

  /** Each object with its check, as {@link SchemaHealth#findings} names it. */
  Stream<String> findings() {
    return objects.stream().map(object -> check + " on " + object);
  }

  // A line that begins with a blank goes on with the one before it.
  private static List<String> wholeLines(List<String> lines) {
    List<String> whole = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(" ") && !whole.isEmpty()) {
        whole.set(whole.size() - 1, whole.get(whole.size() - 1) + " " + line.strip());
      } else if (!line.isBlank() && !line.startsWith("#")) {
        whole.add(line.strip());
      }
    }
    return whole;
  }

  private static KeptOnPurpose parse(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "%s says '%s', which is not of the form '%s'. Next: write it so."
              .formatted(FILE, line, SYNTAX));
    }
    return new KeptOnPurpose(
        parts.group("check"), List.of(parts.group("objects").split(", *")), parts.group("reason"));
  }
}
