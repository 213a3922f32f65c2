package io.speechtotext.app.lexicon;

import io.speechtotext.app.database.Parameters;
import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.lexicon.ReplacementCycles.Link;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Finds out whether a term's replacement would lead back to it. The lexicon has to be locked. */
final class TermCycle {

  private static final Field<String> LEXICON = text("lexicon");
  private static final Field<String> TERM = text("term");
  private static final Field<String> PROPOSED = text("proposed");
  private static final Field<String> STANDING = text("standing");

  static final Prepared<TermChange, List<Link<String>>> LINKS =
      Prepared.list(
          "lexicon.cycle",
          TermCycle::links,
          row -> new Link<>(row.get(TERM), row.find(PROPOSED), row.find(STANDING)));

  private TermCycle() {}

  static boolean isClosedBy(DSLContext dsl, TermChange change) {
    return !ReplacementCycles.refused(LINKS.in(dsl, change)).isEmpty();
  }

  private static ResultQuery<?> links(DSLContext dsl, Parameters<TermChange> change) {
    return dsl.resultQuery(
            ReplacementCycles.LINKS,
            one(change, each -> each.key().lexiconId()),
            one(change, each -> each.term().value()),
            one(change, each -> each.replacement().value()),
            change.bind(SQLDataType.INTEGER, each -> each.key().id()))
        .coerce(LEXICON, TERM, PROPOSED, STANDING);
  }

  private static Param<String[]> one(
      Parameters<TermChange> change, Function<TermChange, String> text) {
    return change.bind(SQLDataType.CLOB.array(), each -> new String[] {text.apply(each)});
  }

  private static Field<String> text(String name) {
    return DSL.field(DSL.name(name), SQLDataType.CLOB);
  }
}
