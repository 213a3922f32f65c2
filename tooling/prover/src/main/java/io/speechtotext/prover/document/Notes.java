package io.speechtotext.prover.document;

import java.util.Map;

/**
 * What a catalog cannot say, in Markdown that is taken as it is.
 *
 * @param ofTables what stands in a table's section behind its purpose, by the table's name
 * @param closing what stands at the end of the page, with headings of its own; may be empty
 */
public record Notes(Map<String, String> ofTables, String closing) {

  /** Nothing to add. */
  public static final Notes NONE = new Notes(Map.of(), "");

  /** Copies the map. */
  public Notes {
    ofTables = Map.copyOf(ofTables);
  }
}
