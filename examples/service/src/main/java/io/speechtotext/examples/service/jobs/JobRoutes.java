package io.speechtotext.examples.service.jobs;

import static io.speechtotext.examples.service.http.Access.KEY;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.speechtotext.app.failure.NotFoundException;
import io.speechtotext.app.job.JobRepository;
import io.speechtotext.app.job.JobStatus;
import io.speechtotext.app.job.JobSummary;
import io.speechtotext.app.job.Submission;
import io.speechtotext.app.paging.CreatedAt;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.examples.service.auth.Caller;
import io.speechtotext.examples.service.http.Route;
import io.speechtotext.examples.service.http.Routes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key's own jobs. */
public final class JobRoutes implements Routes {

  private final JobRepository jobs;
  private final Reception reception;
  private final Multipart forms;

  /**
   * Routes to the jobs.
   *
   * @param maximumUploadBytes of one recording, as the server has it
   */
  public JobRoutes(JobRepository jobs, Reception reception, long maximumUploadBytes) {
    this.jobs = jobs;
    this.reception = reception;
    this.forms = new Multipart(maximumUploadBytes);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post("/jobs", KEY, this::submit),
        Route.get("/jobs", KEY, this::list),
        Route.get("/jobs/{job_id}", KEY, this::get),
        Route.delete("/jobs/{job_id}", KEY, this::cancel));
  }

  private void submit(Context request) {
    Submission submission = reception.receive(Upload.of(request, forms), Caller.of(request));
    request.header(Header.LOCATION, "/jobs/" + submission.job().jobId());
    request
        .status(submission.isNew() ? HttpStatus.ACCEPTED : HttpStatus.OK)
        .json(JobView.of(submission.job()));
  }

  private void list(Context request) {
    PageRequest<CreatedAt> page =
        new PageRequest<>(
            Limit.of(request), Optional.ofNullable(request.queryParam("after")).map(Cursor::read));
    Page<JobSummary, CreatedAt> found = jobs.listForOwner(owner(request), status(request), page);
    request.json(
        new PageView(
            found.items().stream().map(JobView::of).toList(),
            found.next().map(Cursor::of).orElse(null)));
  }

  private static Optional<JobStatus> status(Context request) {
    return Optional.ofNullable(request.queryParam("status")).map(JobRoutes::status);
  }

  private static JobStatus status(String text) {
    return Arrays.stream(JobStatus.values())
        .filter(status -> status.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new BadRequestResponse(
                    "status is one of pending, processing, completed, failed and cancelled"));
  }

  private void get(Context request) {
    UUID jobId = JobId.of(request);
    request.json(
        jobs.findForOwner(jobId, owner(request))
            .map(JobView::of)
            .orElseThrow(() -> new NotFoundException("job", jobId)));
  }

  private void cancel(Context request) {
    request.json(JobView.of(jobs.cancel(JobId.of(request), owner(request))));
  }

  private static int owner(Context request) {
    return Caller.of(request).key().id();
  }

  private record PageView(List<JobView> items, @Nullable String next) {}
}
