package io.speechtotext.examples.service.feedback;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.speechtotext.app.feedback.Feedback;
import io.speechtotext.app.feedback.FeedbackRepository;
import io.speechtotext.app.feedback.FeedbackType;
import io.speechtotext.app.feedback.NewFeedback;
import io.speechtotext.examples.service.auth.Caller;
import io.speechtotext.examples.service.http.Access;
import io.speechtotext.examples.service.http.Json;
import io.speechtotext.examples.service.http.Route;
import io.speechtotext.examples.service.http.Routes;
import io.speechtotext.examples.service.jobs.JobId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the owner of a job says about its text. */
public final class FeedbackRoutes implements Routes {

  private final FeedbackRepository feedback;

  public FeedbackRoutes(FeedbackRepository feedback) {
    this.feedback = feedback;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.post("/jobs/{job_id}/feedback", Access.KEY, this::submit));
  }

  private void submit(Context request) {
    Form form = Json.body(request, Form.class);
    NewFeedback said =
        new NewFeedback(
            JobId.of(request),
            Caller.of(request).key().id(),
            required("original_text", form.originalText()),
            required("corrected_text", form.correctedText()),
            FeedbackType.CORRECTION,
            form.lexiconId(),
            form.createdBy());
    request.status(HttpStatus.CREATED).json(View.of(feedback.submit(said)));
  }

  private static String required(String name, @Nullable String value) {
    if (value == null) {
      throw new BadRequestResponse(name + " is missing");
    }
    return value;
  }

  private record Form(
      @Nullable String originalText,
      @Nullable String correctedText,
      @Nullable String createdBy,
      @Nullable String lexiconId) {}

  private record View(
      int id,
      String jobId,
      String status,
      String originalText,
      String correctedText,
      @Nullable String createdBy,
      @Nullable String lexiconId,
      @Nullable Integer editDistance,
      @Nullable Double accuracyScore,
      int frequency,
      Instant createdAt) {

    static View of(Feedback feedback) {
      return new View(
          feedback.id(),
          feedback.jobId(),
          feedback.status().value(),
          feedback.originalText(),
          feedback.correctedText(),
          feedback.createdBy(),
          feedback.lexiconId(),
          feedback.editDistance(),
          feedback.accuracyScore(),
          feedback.frequency(),
          feedback.createdAt());
    }
  }
}
