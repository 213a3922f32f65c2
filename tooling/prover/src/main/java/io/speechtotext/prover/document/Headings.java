package io.speechtotext.prover.document;

import io.speechtotext.prover.catalog.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Where a page's headings can be linked to, as GitHub and most others name those places. */
final class Headings {

  private static final Pattern DROPPED = Pattern.compile("[^\\p{L}\\p{N}_ -]");

  private final Map<String, Integer> uses = new HashMap<>();
  private final Map<Long, String> ofTables = new HashMap<>();

  /** Those of a page that begins with the given headings and goes on with the tables. */
  Headings(List<String> before, List<Table> tables) {
    before.forEach(this::place);
    tables.forEach(table -> ofTables.put(table.oid(), place(table.toString())));
  }

  /** Whether the table has a section. */
  boolean has(Table table) {
    return ofTables.containsKey(table.oid());
  }

  /** A link to the section of a table that has one. */
  String linkTo(Table table) {
    return "[%s](#%s)".formatted(Markdown.text(table.toString()), ofTables.get(table.oid()));
  }

  // The second heading of a name gets a number.
  private String place(String heading) {
    String slug =
        DROPPED.matcher(heading.toLowerCase(Locale.ROOT)).replaceAll("").replace(' ', '-');
    int before = uses.merge(slug, 1, Integer::sum) - 1;
    return before == 0 ? slug : slug + "-" + before;
  }
}
