package io.speechtotext.app.lexicon;

import io.speechtotext.app.database.CopyIn;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The temporary tables of an import. Gone when its transaction ends. */
final class ImportTables {

  static final Field<Long> NUMBER = DSL.field(DSL.name("number"), SQLDataType.BIGINT);
  static final Field<String> TERM = DSL.field(DSL.name("term"), SQLDataType.CLOB);
  static final Field<String> REPLACEMENT = DSL.field(DSL.name("replacement"), SQLDataType.CLOB);
  static final Field<String> VERDICT = DSL.field(DSL.name("verdict"), SQLDataType.CLOB);

  /** The term's normalized form. */
  static final Field<String> FORM = DSL.field(DSL.name("form"), SQLDataType.CLOB);

  /** The replacement's normalized form. */
  static final Field<String> TARGET = DSL.field(DSL.name("target"), SQLDataType.CLOB);

  /** What is copied there: the file's rows, with a verdict where Java has refused them. */
  static final Table<Record> LINES = DSL.table(DSL.name("import_lines"));

  private static final Field<?>[] LINE_COLUMNS = {NUMBER, TERM, REPLACEMENT, VERDICT};

  /** What is made of that: each row with its verdict. */
  static final Table<Record> ROWS = DSL.table(DSL.name("import_rows"));

  static final List<Field<?>> ROW_COLUMNS =
      List.of(NUMBER, TERM, REPLACEMENT, FORM, TARGET, VERDICT);

  private ImportTables() {}

  /** Makes both, empty, also when an import before in the same transaction has left its own. */
  static void create(DSLContext dsl) {
    for (Table<Record> each : List.of(LINES, ROWS)) {
      // A table of that name that is not temporary is somebody else's, and stays.
      dsl.execute("DROP TABLE IF EXISTS pg_temp.{0}", each);
    }
    dsl.createTemporaryTable(LINES).columns(LINE_COLUMNS).onCommitDrop().execute();
    dsl.createTemporaryTable(ROWS).columns(ROW_COLUMNS).onCommitDrop().execute();
  }

  /** Copies the file's rows there. */
  static void copy(DSLContext dsl, TermFile file) {
    CopyIn.into(
        dsl,
        LINES,
        LINE_COLUMNS,
        lines ->
            file.read(
                (number, term, replacement) -> {
                  ImportLine line = ImportLine.of(term, replacement);
                  lines.row(number, line.term(), line.replacement(), line.refusal());
                }));
  }

  static Condition has(Set<ImportVerdict> verdicts) {
    return VERDICT.in(verdicts.stream().map(each -> DSL.inline(each.name())).toList());
  }

  /** The rows that the lexicon will have, whether or not they have to be written. */
  static Condition accepted() {
    return has(
        Set.copyOf(
            Stream.of(ImportVerdict.values()).filter(verdict -> !verdict.refused()).toList()));
  }
}
