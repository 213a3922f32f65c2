package io.speechtotext.examples.service.http;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.InputStream;

/**
 * The rest of a body that is refused. The answer would be lost with the connection while the client
 * still sends, so that is listened to, within reason.
 */
public final class UnwantedBody {

  private UnwantedBody() {}

  /** Reads what is left, but not more than that, and lets the client send no more behind it. */
  public static void discard(Context request, long mostBytes) throws IOException {
    // Else the client may send its next request on a connection that is about to be closed.
    request.header(Header.CONNECTION, "close");
    InputStream body = request.req().getInputStream();
    byte[] buffer = new byte[1 << 13];
    long read = 0;
    for (int n = 0; n >= 0 && read < mostBytes; n = body.read(buffer)) {
      read += n;
    }
  }
}
