package io.speechtotext.app.job;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Tells waiting workers that there is a job. Part of the statement that makes it so: they hear of
 * it when it is committed, and only then.
 */
final class WakeUp {

  /** What waiting workers listen to. */
  static final String CHANNEL = "speech_to_text_jobs";

  /** To be returned by the statement. */
  static final Field<String> WORKERS =
      DSL.field("pg_notify({0}, '')", SQLDataType.VARCHAR, DSL.inline(CHANNEL)).as("woken");

  private WakeUp() {}

  /** The same with other columns. */
  static List<Field<?>> workersWith(List<Field<?>> columns) {
    List<Field<?>> all = new ArrayList<>(columns);
    all.add(WORKERS);
    return all;
  }
}
