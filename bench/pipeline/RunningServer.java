import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The server that "already runs" for the build that needs one, tuned as ours is. Answers each line
 * on standard input, in which it is asked for a database, with one line: URL, user and password.
 * Ends, and everything with it, at the end of the input.
 *
 * <p>{@code empty}: a new database; {@code migrated}: a copy of the one that was given out before
 * {@code keep}, which answers {@code kept}.
 */
final class RunningServer {

  private final ThrowawayPostgres server;
  private ThrowawayDatabase current;
  private ThrowawayDatabase migrated;

  private RunningServer(ThrowawayPostgres server) {
    this.server = server;
  }

  public static void main(String[] args) throws IOException {
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (ThrowawayPostgres server = ThrowawayPostgres.start()) {
      RunningServer running = new RunningServer(server);
      for (String request; (request = requests.readLine()) != null; ) {
        System.out.println(running.answer(request));
      }
    }
  }

  private String answer(String request) {
    return switch (request) {
      case "empty" -> handOut(server.createDatabase());
      case "migrated" -> handOut(server.createDatabaseFrom(migrated));
      case "keep" -> keep();
      default -> throw new IllegalArgumentException("Unknown request: " + request);
    };
  }

  private String handOut(ThrowawayDatabase next) {
    if (current != null) {
      current.close();
    }
    current = next;
    return "%s %s %s".formatted(next.jdbcUrl(), next.user(), next.password());
  }

  private String keep() {
    migrated = current;
    current = null;
    return "kept";
  }
}
