package io.speechtotext.app.lexicon;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts rows, and keeps the first that were refused. */
final class ImportTally {

  private final Map<ImportVerdict, Long> counts = new EnumMap<>(ImportVerdict.class);
  private final List<ImportedRow> refused = new ArrayList<>();

  void add(ImportedRow row) {
    counts.merge(row.verdict(), 1L, Long::sum);
    if (row.verdict().refused() && refused.size() < ImportReport.MOST_REFUSED) {
      refused.add(row);
    }
  }

  ImportReport report() {
    return new ImportReport(counts, refused);
  }
}
