package io.speechtotext.throwaway.internal.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface. */
final class FreePort {

  private FreePort() {}

  /** A port that is free at the moment. */
  static int find() {
    try (ServerSocket socket =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a server's log says that it ended because its port was taken. */
  static boolean isTaken(String log) {
    return log.contains("could not bind IPv4 address");
  }
}
