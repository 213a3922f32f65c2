package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.NewestFirst;
import io.speechtotext.app.database.Parameters;
import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.database.Row;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.paging.CreatedAt;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Owners' jobs, page by page. */
final class JobLists {

  private record Wanted(int apiKeyId, Optional<JobStatus> status, PageRequest<CreatedAt> page) {
    CreatedAt after() {
      return page.after().orElseThrow();
    }
  }

  private record Listed(JobSummary job, CreatedAt at) {
    static Listed of(Row row) {
      return new Listed(
          JobRows.summary(row), new CreatedAt(row.get(JOBS.CREATED_AT), row.get(JOBS.ID)));
    }
  }

  private static final NewestFirst NEWEST_FIRST = new NewestFirst(JOBS.CREATED_AT, JOBS.ID);

  private static final Prepared<Wanted, List<Listed>> ALL = list(false, false);
  private static final Prepared<Wanted, List<Listed>> ALL_AFTER = list(false, true);
  private static final Prepared<Wanted, List<Listed>> OF_STATUS = list(true, false);
  private static final Prepared<Wanted, List<Listed>> OF_STATUS_AFTER = list(true, true);

  private final Statements statements;

  JobLists(Statements statements) {
    this.statements = statements;
  }

  Page<JobSummary, CreatedAt> list(
      int apiKeyId, Optional<JobStatus> status, PageRequest<CreatedAt> request) {
    Wanted wanted = new Wanted(apiKeyId, status, request);
    Page<Listed, CreatedAt> page =
        Page.of(statements.read(statement(wanted), wanted), request.limit(), Listed::at);
    return new Page<>(page.items().stream().map(Listed::job).toList(), page.next());
  }

  private static Prepared<Wanted, List<Listed>> statement(Wanted wanted) {
    return wanted.page().after().isPresent()
        ? (wanted.status().isPresent() ? OF_STATUS_AFTER : ALL_AFTER)
        : (wanted.status().isPresent() ? OF_STATUS : ALL);
  }

  private static Prepared<Wanted, List<Listed>> list(boolean ofStatus, boolean after) {
    return Prepared.list(
        "jobs.list_for_owner",
        (dsl, wanted) -> page(dsl, wanted, ofStatus(wanted, ofStatus).and(after(wanted, after))),
        Listed::of);
  }

  private static ResultQuery<?> page(
      DSLContext dsl, Parameters<Wanted> wanted, Condition condition) {
    return dsl.select(JobRows.SUMMARY)
        .from(JOBS)
        .where(JOBS.API_KEY_ID.eq(wanted.bind(JOBS.API_KEY_ID, Wanted::apiKeyId)))
        .and(condition)
        .orderBy(NEWEST_FIRST.order())
        .limit(wanted.bind(SQLDataType.INTEGER, each -> each.page().limit() + 1));
  }

  private static Condition ofStatus(Parameters<Wanted> wanted, boolean isGiven) {
    return isGiven
        ? JOBS.STATUS.eq(wanted.bind(JOBS.STATUS, each -> each.status().orElseThrow().text()))
        : DSL.noCondition();
  }

  // As one comparison of rows, which the index serves.
  private static Condition after(Parameters<Wanted> wanted, boolean isGiven) {
    return isGiven
        ? DSL.row(JOBS.CREATED_AT, JOBS.ID)
            .lessThan(
                wanted.bind(JOBS.CREATED_AT, each -> each.after().createdAt()),
                wanted.bind(JOBS.ID, each -> each.after().id()))
        : DSL.noCondition();
  }
}
