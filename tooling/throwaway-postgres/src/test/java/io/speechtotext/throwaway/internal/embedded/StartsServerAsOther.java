package io.speechtotext.throwaway.internal.embedded;

import io.speechtotext.throwaway.testing.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** A build that runs as root, where the server runs as another account. */
final class StartsServerAsOther {

  private StartsServerAsOther() {}

  /** Takes the cache directory. */
  public static void main(String[] arguments) throws IOException, SQLException {
    TestCache cache = new TestCache(Path.of(arguments[0]));
    try (EmbeddedServer server = cache.start(ServerUser.other())) {
      System.out.println("answer " + Sql.value(server.adminDataSource(), "SELECT 1"));
    }
  }
}
