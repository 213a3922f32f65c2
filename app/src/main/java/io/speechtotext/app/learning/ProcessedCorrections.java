package io.speechtotext.app.learning;

import static io.speechtotext.jooq.Tables.FEEDBACK;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Marks corrections as processed, and notes with each what became no term. */
final class ProcessedCorrections {

  private static final Field<Integer> ID = DSL.field(DSL.name("given", "id"), Integer.class);
  private static final Field<JSONB> NOTE = DSL.field(DSL.name("given", "note"), JSONB.class);

  private final List<Correction> corrections;
  private final Map<Integer, List<RefusedTerm>> refused;

  ProcessedCorrections(List<Correction> corrections, List<RefusedTerm> refused) {
    this.corrections = corrections;
    this.refused = refused.stream().collect(Collectors.groupingBy(RefusedTerm::feedbackId));
  }

  Query mark(DSLContext dsl) {
    return dsl.update(FEEDBACK)
        .set(FEEDBACK.IS_PROCESSED, true)
        .set(FEEDBACK.PROCESSED_AT, DSL.currentInstant())
        .set(FEEDBACK.METADATA, noted())
        .from(given())
        .where(FEEDBACK.ID.eq(ID));
  }

  // Arrays, so that the statement reads the same however many there are.
  private Table<?> given() {
    Integer[] ids = corrections.stream().map(Correction::feedbackId).toArray(Integer[]::new);
    @Nullable JSONB[] notes = corrections.stream().map(this::note).toArray(JSONB[]::new);
    return DSL.table(
        "unnest({0}, {1}) AS given (id, note)",
        DSL.val(ids), DSL.val(notes, SQLDataType.JSONB.array()));
  }

  private @Nullable JSONB note(Correction correction) {
    List<RefusedTerm> parts = refused.get(correction.feedbackId());
    return parts == null ? null : JSONB.valueOf(RefusalJson.of(parts));
  }

  private static Field<JSONB> noted() {
    Field<JSONB> before = DSL.coalesce(FEEDBACK.METADATA, DSL.inline(JSONB.valueOf("{}")));
    return DSL.when(NOTE.isNull(), FEEDBACK.METADATA)
        .otherwise(DSL.field("{0} || {1}", JSONB.class, before, NOTE));
  }
}
