package io.speechtotext.examples.service.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * The rest of a body that is refused. The answer would be lost with the connection while the client
 * still sends, so that is listened to, within reason.
 */
public final class UnwantedBody {

  private UnwantedBody() {}

  /** Reads what is left, but not more than that. */
  public static void discard(InputStream body, long mostBytes) throws IOException {
    byte[] buffer = new byte[1 << 13];
    long read = 0;
    for (int n = 0; n >= 0 && read < mostBytes; n = body.read(buffer)) {
      read += n;
    }
  }
}
