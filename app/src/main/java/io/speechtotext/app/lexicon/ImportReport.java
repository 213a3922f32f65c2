package io.speechtotext.app.lexicon;

import java.util.List;
import java.util.Map;

/**
 * What became of the rows of an imported file. Immutable.
 *
 * @param counts how many rows had each verdict; verdicts that no row had are missing
 * @param refused the first {@value #MOST_REFUSED} rows that were refused, in the file's order
 */
public record ImportReport(Map<ImportVerdict, Long> counts, List<ImportedRow> refused) {

  /** How many refused rows a report lists; it counts all. */
  public static final int MOST_REFUSED = 1_000;

  /** Copies both. */
  public ImportReport {
    counts = Map.copyOf(counts);
    refused = List.copyOf(refused);
  }

  /** How many rows had that verdict. */
  public long count(ImportVerdict verdict) {
    return counts.getOrDefault(verdict, 0L);
  }

  /** How many rows were refused, for whatever reason. */
  public long refusedCount() {
    return counts.entrySet().stream()
        .filter(each -> each.getKey().refused())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** How many rows the file has. */
  public long rowCount() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
