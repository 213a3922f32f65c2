package io.speechtotext.examples.service.jobs;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.UnsupportedMediaTypeResponse;
import io.javalin.http.UploadedFile;
import io.speechtotext.app.job.JobOptions;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to submit a job.
 *
 * @param clientKey its own name for the request; null when it gave none
 */
record Upload(UploadedFile file, JobOptions options, @Nullable String clientKey) {

  /**
   * Reads the form.
   *
   * @throws io.javalin.http.HttpResponseException when it is none, or has no recording
   */
  static Upload of(Context request, Multipart forms) {
    if (!request.isMultipartFormData()) {
      throw new UnsupportedMediaTypeResponse("A recording is sent as multipart/form-data");
    }
    UploadedFile file = forms.file(request, "file");
    if (file == null || file.size() == 0) {
      throw new BadRequestResponse("The form has no file, or an empty one, in its field file");
    }
    return new Upload(file, options(request), request.header("Idempotency-Key"));
  }

  private static JobOptions options(Context request) {
    return new JobOptions(
        field(request, "language"),
        field(request, "model"),
        field(request, "lexicon_id"),
        JobOptions.DEFAULTS.maxAttempts());
  }

  // Forms send the fields that nobody filled in, too.
  private static @Nullable String field(Context request, String name) {
    String value = request.formParam(name);
    return value == null || value.isBlank() ? null : value.strip();
  }
}
