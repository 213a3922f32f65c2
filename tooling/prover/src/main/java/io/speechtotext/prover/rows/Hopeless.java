package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.NamedType;
import io.speechtotext.prover.catalog.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tables that took no more rows, and why: not to be tried again, version after version, as long as
 * nothing changed about them.
 */
final class Hopeless {

  private record Reason(Table table, List<NamedType> types, int rows, String note) {}

  private final Map<Long, Reason> reasons = new HashMap<>();

  /** Remembers that a table, having so many rows, takes no more. */
  void add(Table table, List<NamedType> types, int rows, String note) {
    reasons.put(table.oid(), new Reason(table, types, rows, note));
  }

  /** What was to be said about the table, when it and its rows are still the same. */
  Optional<String> note(Table table, List<NamedType> types, int rows) {
    return Optional.ofNullable(reasons.get(table.oid()))
        .filter(reason -> reason.rows() == rows)
        .filter(reason -> reason.table().equals(table) && reason.types().equals(types))
        .map(Reason::note);
  }
}
