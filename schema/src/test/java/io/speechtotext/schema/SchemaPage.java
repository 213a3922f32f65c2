package io.speechtotext.schema;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.document.Notes;
import io.speechtotext.prover.document.SchemaDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page about the schema: what the catalog says, and what {@code src/main/notes} adds. */
final class SchemaPage {

  private static final Path NOTES = Path.of("src", "main", "notes");
  private static final String SUFFIX = ".md";

  private static final String KEPT =
      """
      ## Kept on purpose

      [pg-index-health](https://github.com/mfvanek/pg-index-health) looks at the finished schema in every build. What it finds and what stays
      all the same, with the reason:

      """;

  private SchemaPage() {}

  static String of(Catalog catalog) throws IOException {
    String kept = KeptOnPurpose.all().stream().map(SchemaPage::line).collect(Collectors.joining());
    return SchemaDocument.of(catalog, new Notes(ofTables(), KEPT + kept));
  }

  // A file for each table that there is something to say about, named as the table.
  private static Map<String, String> ofTables() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(NOTES)) {
      files = all.filter(file -> file.toString().endsWith(SUFFIX)).toList();
    }
    Map<String, String> notes = new HashMap<>();
    for (Path file : files) {
      String name = NOTES.relativize(file).toString();
      notes.put(name.substring(0, name.length() - SUFFIX.length()), Files.readString(file));
    }
    return notes;
  }

  private static String line(KeptOnPurpose kept) {
    String objects =
        kept.objects().stream()
            .map(object -> "`" + object.replace("+", "` + `") + "`")
            .collect(Collectors.joining(", "));
    return "- **%s** on %s: %s\n".formatted(kept.check(), objects, kept.reason());
  }
}
