package io.speechtotext.throwaway.testing;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.io.IOException;

/** A build: starts a server, says so, and ends with its input, without having closed anything. */
public final class HoldsServer {

  private HoldsServer() {}

  /** Takes no arguments; the system properties choose the server. */
  public static void main(String[] arguments) throws IOException {
    ThrowawayPostgres server = ThrowawayPostgres.start();
    ThrowawayDatabase database = server.createDatabase();
    System.out.println("ready " + database.jdbcUrl() + " " + database.password());
    int end = System.in.read();
    System.out.println("ending " + end);
  }
}
