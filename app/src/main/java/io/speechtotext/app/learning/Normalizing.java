package io.speechtotext.app.learning;

import io.speechtotext.jooq.Routines;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Asks the server for the normalized forms of texts. */
final class Normalizing {

  private static final Field<String> TERM = DSL.field(DSL.name("given", "term"), String.class);
  private static final Field<String> REPLACEMENT =
      DSL.field(DSL.name("given", "replacement"), String.class);
  private static final Field<Long> PLACE = DSL.field(DSL.name("given", "place"), Long.class);

  private Normalizing() {}

  static List<NormalizedCandidate> normalized(DSLContext dsl, List<Candidate> candidates) {
    Result<Record2<String, String>> forms =
        dsl.select(Routines.normalizeTerm(TERM), Routines.normalizeTerm(REPLACEMENT))
            .from(given(candidates))
            .orderBy(PLACE)
            .fetch();
    return IntStream.range(0, candidates.size())
        .mapToObj(
            i ->
                new NormalizedCandidate(
                    candidates.get(i), forms.get(i).value1(), forms.get(i).value2()))
        .toList();
  }

  private static Table<?> given(List<Candidate> candidates) {
    return DSL.table(
        "unnest({0}, {1}) WITH ORDINALITY AS given (term, replacement, place)",
        DSL.val(candidates.stream().map(each -> each.term().value()).toArray(String[]::new)),
        DSL.val(
            candidates.stream().map(each -> each.replacement().value()).toArray(String[]::new)));
  }
}
