package io.speechtotext.prover.report;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the page together from the files beside this class. Libraries stand in it as texts, which
 * its script runs when a reader first needs them.
 */
final class Page {

  private static final List<String> STYLES =
      List.of("color.css", "page.css", "overview.css", "version.css", "code.css", "lock.css");
  private static final List<String> SCRIPTS =
      List.of(
          "element.js",
          "words.js",
          "library.js",
          "code.js",
          "finding.js",
          "lock.js",
          "diagram.js",
          "schema.js",
          "undo.js",
          "version.js",
          "overview.js",
          "page.js");

  private static final Pattern MARK = Pattern.compile("\\{\\{([a-z.]+)}}");

  private Page() {}

  /** Writes the page with the facts of a file, which it streams. */
  static void write(Path page, Path facts) throws IOException {
    String template = text("page.html");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(page))) {
      Matcher mark = MARK.matcher(template);
      int end = 0;
      while (mark.find()) {
        out.write(utf8(template.substring(end, mark.start())));
        part(mark.group(1), out, facts);
        end = mark.end();
      }
      out.write(utf8(template.substring(end)));
    }
  }

  private static void part(String name, OutputStream out, Path facts) throws IOException {
    switch (name) {
      case "facts" -> Files.copy(facts, out);
      case "styles" -> out.write(utf8(joined(STYLES)));
      case "scripts" -> out.write(utf8(joined(SCRIPTS)));
      default -> out.write(asJson(text(name)));
    }
  }

  private static String joined(List<String> names) throws IOException {
    StringBuilder joined = new StringBuilder();
    for (String name : names) {
      joined.append(text(name)).append('\n');
    }
    return joined.toString();
  }

  private static byte[] asJson(String library) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(library.length() + library.length() / 8);
    try (Json json = Json.within(out)) {
      json.text(library);
    }
    return out.toByteArray();
  }

  private static String text(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
