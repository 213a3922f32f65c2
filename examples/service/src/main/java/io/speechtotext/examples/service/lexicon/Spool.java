package io.speechtotext.examples.service.lexicon;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.speechtotext.examples.service.http.UnwantedBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file between a client and a transaction, so that no transaction waits for a client's network.
 * Gone when closed.
 */
final class Spool implements AutoCloseable {

  private final Path file;

  private Spool(Path file) {
    this.file = file;
  }

  static Spool empty() throws IOException {
    return new Spool(Files.createTempFile("spool-", null));
  }

  /**
   * Takes all of a request's body.
   *
   * @throws ContentTooLargeResponse when that is more than the limit
   */
  static Spool of(Context request, int limitInBytes) throws IOException {
    Spool spool = empty();
    try (OutputStream out = spool.output()) {
      InputStream incoming = request.req().getInputStream();
      byte[] buffer = new byte[1 << 13];
      long taken = 0;
      for (int n = incoming.read(buffer); n >= 0; n = incoming.read(buffer)) {
        taken += n;
        if (taken > limitInBytes) {
          UnwantedBody.discard(request, limitInBytes);
          throw new ContentTooLargeResponse(
              "The body has at most %d bytes".formatted(limitInBytes));
        }
        out.write(buffer, 0, n);
      }
      return spool;
    } catch (IOException | RuntimeException e) {
      spool.close();
      throw e;
    }
  }

  OutputStream output() throws IOException {
    return Files.newOutputStream(file);
  }

  InputStream input() throws IOException {
    return Files.newInputStream(file);
  }

  long sizeInBytes() throws IOException {
    return Files.size(file);
  }

  @Override
  public void close() throws IOException {
    Files.delete(file);
  }
}
