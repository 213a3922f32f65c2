package io.speechtotext.throwaway.internal.embedded;

import io.speechtotext.throwaway.internal.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clears away what builds left that ended without doing so. */
final class Leftovers {

  private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

  private Leftovers() {}

  /** Stops the servers and deletes the directories of owners that live no more. */
  static void sweep(WorkArea area) throws IOException {
    List<Path> abandoned;
    try (Stream<Path> paths = Files.list(area.directory())) {
      abandoned =
          paths.filter(path -> WorkArea.ownerOf(path).filter(Owner::isGone).isPresent()).toList();
    }
    for (Path work : abandoned) {
      try {
        // Anybody can give a directory such a name where everybody can write.
        if (Trees.isMine(work)) {
          stopServerIn(work.resolve("data"));
          Trees.delete(work);
        }
      } catch (IOException e) {
        // Another build may be sweeping the same directory; this build does not need it gone.
        log.debug("Could not sweep {}", work, e);
      }
    }
  }

  private static void stopServerIn(Path data) throws IOException {
    ProcessHandle server = serverIn(data).orElse(null);
    if (server == null) {
      return;
    }
    // The shell's own kill: slim machines have no such program.
    Commands.run(List.of("sh", "-c", "kill -QUIT " + server.pid()));
    awaitEnd(server);
  }

  private static Optional<ProcessHandle> serverIn(Path data) throws IOException {
    return Postmaster.pidFile(data).stream()
        .limit(1)
        // Empty when the server was killed at the wrong moment.
        .filter(line -> line.matches("\\d{1,18}"))
        .flatMap(line -> ProcessHandle.of(Long.parseLong(line)).stream())
        // The id may be another process's by now.
        .filter(process -> runsOn(process, data))
        .findFirst();
  }

  private static boolean runsOn(ProcessHandle process, Path data) {
    String[] arguments = process.info().arguments().orElse(new String[0]);
    return List.of(arguments).contains(data.toString());
  }

  private static void awaitEnd(ProcessHandle process) throws IOException {
    try {
      process.onExit().get(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while an abandoned server was stopping", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the abandoned server " + process.pid() + " does not stop", e);
    }
  }
}
