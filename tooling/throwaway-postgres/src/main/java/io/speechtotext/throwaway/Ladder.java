package io.speechtotext.throwaway;

import io.speechtotext.throwaway.internal.Durability;
import io.speechtotext.throwaway.internal.PostgresVersion;
import io.speechtotext.throwaway.internal.RunningServer;
import io.speechtotext.throwaway.internal.docker.DockerServer;
import io.speechtotext.throwaway.internal.docker.DockerUnavailableException;
import io.speechtotext.throwaway.internal.embedded.EmbeddedServer;
import io.speechtotext.throwaway.internal.given.GivenServer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/** Given URL, Docker, embedded: which of them serves this build. */
final class Ladder {

  private Ladder() {}

  /**
   * A server, and why it is this one.
   *
   * @param remark why a higher rung was not taken, or who asked for this one
   */
  record Started(RunningServer server, String remark) {}

  static Started climb(Choice choice, PostgresVersion version, Durability durability) {
    if (choice instanceof Choice.Given given) {
      return new Started(given(given), asAsked());
    }
    if (choice instanceof Choice.Docker) {
      return new Started(docker(version, durability), asAsked());
    }
    if (choice instanceof Choice.Embedded) {
      return new Started(embedded(version, durability), asAsked());
    }
    return auto(version, durability);
  }

  private static Started auto(PostgresVersion version, Durability durability) {
    Optional<String> against = DockerServer.reasonAgainst();
    if (against.isPresent()) {
      return new Started(embedded(version, durability), "not Docker: " + against.get());
    }
    try {
      return new Started(DockerServer.start(version, durability), "Docker answers");
    } catch (DockerUnavailableException e) {
      return new Started(embedded(version, durability), "not Docker: " + e.getMessage());
    }
  }

  private static String asAsked() {
    return "as " + Choice.PROPERTY + " asks";
  }

  private static RunningServer given(Choice.Given given) {
    try {
      return GivenServer.connect(given.jdbcUrl());
    } catch (SQLException e) {
      throw new ThrowawayPostgresException(
          "The given PostgreSQL server cannot be used: " + e.getMessage(),
          "mend the URL in -D%s or %s, or use -D%s=auto to have a server started for you"
              .formatted(Choice.PROPERTY, Choice.VARIABLE, Choice.PROPERTY),
          e);
    }
  }

  private static RunningServer docker(PostgresVersion version, Durability durability) {
    try {
      return DockerServer.start(version, durability);
    } catch (DockerUnavailableException e) {
      throw new ThrowawayPostgresException(
          "The Docker rung was asked for and cannot be used: " + e.getMessage(),
          "try 'docker info', or use -D%s=embedded".formatted(Choice.PROPERTY),
          e);
    }
  }

  private static RunningServer embedded(PostgresVersion version, Durability durability) {
    try {
      return EmbeddedServer.start(version, durability);
    } catch (IOException e) {
      throw new ThrowawayPostgresException(
          "The embedded PostgreSQL server cannot be started: " + e.getMessage(),
          "use -D%s=docker, or a server of your own: -D%s=jdbc:postgresql://host:port/database?user=…"
              .formatted(Choice.PROPERTY, Choice.PROPERTY),
          e);
    }
  }
}
