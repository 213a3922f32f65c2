package io.speechtotext.app.lexicon;

import io.speechtotext.app.lexicon.ReplacementCycles.Link;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;

/** Finds out whether a term's replacement would lead back to it. The lexicon has to be locked. */
final class TermCycle {

  private TermCycle() {}

  static boolean isClosedBy(DSLContext dsl, TermChange change) {
    List<Link<String>> links =
        statement(dsl, change)
            .fetch(
                row ->
                    new Link<>(
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class)));
    return !ReplacementCycles.refused(links).isEmpty();
  }

  static ResultQuery<Record> statement(DSLContext dsl, TermChange change) {
    return dsl.resultQuery(
        ReplacementCycles.LINKS,
        DSL.val(new String[] {change.key().lexiconId()}),
        DSL.val(new String[] {change.term().value()}),
        DSL.val(new String[] {change.replacement().value()}),
        DSL.val(change.key().id()));
  }
}
