package io.speechtotext.app.feedback;

import static io.speechtotext.jooq.Tables.FEEDBACK;
import static io.speechtotext.jooq.Tables.JOBS;
import static java.util.Objects.requireNonNull;

import io.speechtotext.app.database.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What became of feedback that was submitted.
 *
 * @param jobStatus of its job
 * @param feedback as it now stands in the database; null when the job is not completed
 */
record Submitted(String jobStatus, @Nullable Feedback feedback) {

  /** The job in a statement that submits feedback. */
  static final Name JOB = DSL.name("job");

  /** The feedback there. */
  static final Name PUT = DSL.name("put");

  private static final Field<String> JOB_STATUS = in(JOB, JOBS.STATUS).as("job_status");
  private static final Map<Field<?>, Field<?>> BY_COLUMN = byColumn();

  /** What {@link #read} reads. */
  static List<Field<?>> columns() {
    List<Field<?>> columns = new ArrayList<>(BY_COLUMN.values());
    columns.add(0, JOB_STATUS);
    return columns;
  }

  static <T> Field<T> in(Name table, Field<T> column) {
    return DSL.field(DSL.name(table, column.getUnqualifiedName()), column.getDataType());
  }

  // What is returned for each column.
  private static Map<Field<?>, Field<?>> byColumn() {
    Map<Field<?>, Field<?>> returned = new LinkedHashMap<>();
    FeedbackRows.COLUMNS.forEach(column -> returned.put(column, in(PUT, column)));
    returned.put(FeedbackRows.JOB_ID, in(JOB, JOBS.JOB_ID));
    return returned;
  }

  static Submitted read(Row row) {
    boolean isPut = find(row, FEEDBACK.ID) != null;
    return new Submitted(row.get(JOB_STATUS), isPut ? feedback(row) : null);
  }

  private static Feedback feedback(Row row) {
    return FeedbackRows.read(
        new FeedbackRows.Values() {
          @Override
          public <T> @Nullable T in(Field<T> column) {
            return find(row, column);
          }
        });
  }

  @SuppressWarnings("unchecked") // each column is returned by one of its own type
  private static <T> @Nullable T find(Row row, Field<T> column) {
    return row.find((Field<T>) requireNonNull(BY_COLUMN.get(column)));
  }
}
