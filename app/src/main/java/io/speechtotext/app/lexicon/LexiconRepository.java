package io.speechtotext.app.lexicon;

import io.speechtotext.app.database.LongWork;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.failure.DataException;
import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.app.failure.UnavailableException;
import io.speechtotext.app.failure.UnavailableException.Outcome;
import io.speechtotext.app.failure.UnavailableException.Reason;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.ResultQuery;
import org.jspecify.annotations.Nullable;

/** Whole lexicons. Thread-safe. What concerns a single term: {@link LexiconTermRepository}. */
public final class LexiconRepository {

  // A second try would find a stream at its end, or write the file twice.
  private static final Repeating ONCE = Repeating.UNSAFE;

  /** How many exports run at once in a repository; each holds a connection until it is read. */
  public static final int MAXIMUM_EXPORTS = 3;

  private final Statements statements;
  private final Semaphore exports = new Semaphore(MAXIMUM_EXPORTS);

  /** A repository on the service's database, or in a transaction. */
  public LexiconRepository(Statements statements) {
    this.statements = statements;
  }

  /** The lexicons that have active terms, by name, which is also the position in the list. */
  public Page<Lexicon, LexiconId> list(PageRequest<LexiconId> request) {
    return Page.of(
        statements.read(dsl -> LexiconReads.page(dsl, request).fetch(LexiconReads::lexicon)),
        request.limit(),
        Lexicon::id);
  }

  /** One lexicon; empty when it has no active terms. */
  public Optional<Lexicon> find(LexiconId lexicon) {
    return statements.read(
        dsl -> LexiconReads.one(dsl, lexicon).fetchOptional(LexiconReads::lexicon));
  }

  /** The version that a lexicon has now, by one look into an index; 0 when it never had a term. */
  public long versionOf(LexiconId lexicon) {
    return statements.read(LexiconReads.VERSION, lexicon).orElse(0L);
  }

  /**
   * Reads all that transcripts need, as of one moment. Whoever needs it often keeps it: {@link
   * LexiconCache}.
   */
  public LoadedLexicon load(LexiconId lexicon) {
    return statements.read(dsl -> LexiconReads.load(dsl, lexicon));
  }

  /**
   * Imports terms from a file: all that are not refused, or none when this throws. As if the rows
   * were written one after the other: new terms are inserted, existing ones get the new
   * replacement, removed ones come back. It is safe to import a file again, whatever became of it.
   *
   * @param file read once, as it comes; hand over what is there, not what a client still sends, for
   *     the transaction stays open meanwhile
   * @param createdBy who imports, up to 100 characters; null when not known
   * @return what became of the rows
   * @throws InvalidValueException when the file is malformed, naming the row
   * @throws UncheckedIOException when the file cannot be read
   * @throws DataException when the database does not do it; nothing is imported then
   */
  public ImportReport importTerms(LexiconId lexicon, TermFile file, @Nullable String createdBy) {
    return committed(lexicon, file, createdBy, row -> {});
  }

  /**
   * As above, telling what became of each row, in the file's order.
   *
   * @param rows told when the import is done and the lexicon's other writers go on, so that it may
   *     take its time. What it throws goes to the caller as it is, and undoes nothing, unless the
   *     caller has a transaction of his own for it: that has still to end, and others wait
   * @throws UncheckedIOException also when the temporary file cannot be written in which the rows
   *     wait meanwhile; nothing is imported then
   */
  public ImportReport importTerms(
      LexiconId lexicon, TermFile file, @Nullable String createdBy, Consumer<ImportedRow> rows) {
    try (ReportSpool spool = new ReportSpool()) {
      ImportReport report = committed(lexicon, file, createdBy, spool::add);
      spool.tell(rows);
      return report;
    }
  }

  private ImportReport committed(
      LexiconId lexicon, TermFile file, @Nullable String createdBy, Consumer<ImportedRow> rows) {
    NewLexiconTerm.atMost(100, "term.createdBy", createdBy);
    return statements.atomically(
        ONCE, dsl -> new TermImport(dsl, lexicon, createdBy).run(file, rows));
  }

  /**
   * Exports the active terms of a lexicon as of one moment, in the order of their lists; a lexicon
   * that is not there makes a file without rows.
   *
   * @param to written as the rows come, and flushed but not closed; left incomplete when this
   *     throws
   * @return how many terms were written
   * @throws UncheckedIOException when {@code to} does not take it
   * @throws UnavailableException with {@link Reason#BUSY}, before anything is written, when {@value
   *     #MAXIMUM_EXPORTS} exports are under way
   */
  public long exportTerms(LexiconId lexicon, TermFileFormat format, OutputStream to) {
    if (!exports.tryAcquire()) {
      throw new UnavailableException(Reason.BUSY, Outcome.NOT_DONE, true, null);
    }
    try {
      TermExport export = new TermExport(format, to);
      statements.forEach(dsl -> exported(dsl, lexicon), export::row);
      return export.finish();
    } finally {
      exports.release();
    }
  }

  private static ResultQuery<Record2<String, String>> exported(DSLContext dsl, LexiconId lexicon) {
    LongWork.begin(dsl);
    return LexiconReads.export(dsl, lexicon);
  }
}
