package io.speechtotext.throwaway.internal.embedded;

import io.speechtotext.throwaway.internal.Durability;
import io.speechtotext.throwaway.internal.PostgresVersion;
import io.speechtotext.throwaway.testing.Sql;
import java.io.IOException;
import java.sql.SQLException;

/** A build that asks its embedded server one thing. */
final class StartsServer {

  private StartsServer() {}

  /** Takes a query for one value. */
  public static void main(String[] arguments) throws IOException, SQLException {
    try (EmbeddedServer server = EmbeddedServer.start(PostgresVersion.ofBuild(), Durability.NONE)) {
      System.out.println("url " + server.jdbcUrl("postgres"));
      System.out.println("answer " + Sql.value(server.adminDataSource(), arguments[0]));
    }
  }
}
