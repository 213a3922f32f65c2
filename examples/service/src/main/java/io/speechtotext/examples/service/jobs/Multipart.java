package io.speechtotext.examples.service.jobs;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UploadedFile;
import io.speechtotext.examples.service.http.UnwantedBody;
import java.io.IOException;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;

/** Forms with files, of which the server says the same whatever is wrong with them. */
final class Multipart {

  private final long maximumFileBytes;

  Multipart(long maximumFileBytes) {
    this.maximumFileBytes = maximumFileBytes;
  }

  /**
   * The file in a field; null when there is none.
   *
   * @throws HttpResponseException when the form is malformed, or larger than what is taken
   */
  @Nullable UploadedFile file(Context request, String field) {
    try {
      return request.uploadedFile(field);
    } catch (Exception e) { // checked ones, too, which Javalin does not declare
      if (!isOfTheForm(e)) {
        throw new IllegalStateException("No form was read", e);
      }
      discardRest(request);
      throw refusal(request);
    }
  }

  private static boolean isOfTheForm(Exception failure) {
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(cause -> cause instanceof HttpException);
  }

  private void discardRest(Context request) {
    try {
      UnwantedBody.discard(request, maximumFileBytes);
    } catch (IOException e) {
      throw new BadRequestResponse("The form ended early");
    }
  }

  // A body of unknown length is as good as always sound, and too long.
  private HttpResponseException refusal(Context request) {
    long length = request.req().getContentLengthLong();
    return length < 0 || length > maximumFileBytes
        ? new ContentTooLargeResponse(
            "A recording has at most %d bytes".formatted(maximumFileBytes))
        : new BadRequestResponse("The form is not multipart/form-data as RFC 7578 describes it");
  }
}
