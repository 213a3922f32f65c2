package io.speechtotext.throwaway;

/** A build that closes its server only when it is ending already. */
final class ClosedAtTheEnd {

  private ClosedAtTheEnd() {}

  /** Takes no arguments; the system properties choose the server. */
  public static void main(String[] arguments) {
    ThrowawayPostgres server = ThrowawayPostgres.start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
  }
}
