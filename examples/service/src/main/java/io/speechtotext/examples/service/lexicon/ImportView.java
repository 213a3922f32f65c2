package io.speechtotext.examples.service.lexicon;

import io.speechtotext.app.lexicon.ImportReport;
import io.speechtotext.app.lexicon.ImportVerdict;
import io.speechtotext.app.lexicon.ImportedRow;
import java.util.List;
import java.util.Locale;

/** What became of an import. The first two say it in the Python service's words. */
record ImportView(
    long imported,
    long skipped,
    long inserted,
    long updated,
    long reactivated,
    long unchanged,
    List<Refusal> refused) {

  private record Refusal(long row, String term, String reason) {

    static Refusal of(ImportedRow row) {
      return new Refusal(row.number(), row.term(), row.verdict().name().toLowerCase(Locale.ROOT));
    }
  }

  static ImportView of(ImportReport report) {
    long unchanged = report.count(ImportVerdict.UNCHANGED);
    long skipped = unchanged + report.refusedCount();
    return new ImportView(
        report.rowCount() - skipped,
        skipped,
        report.count(ImportVerdict.INSERTED),
        report.count(ImportVerdict.UPDATED),
        report.count(ImportVerdict.REACTIVATED),
        unchanged,
        report.refused().stream().map(Refusal::of).toList());
  }
}
