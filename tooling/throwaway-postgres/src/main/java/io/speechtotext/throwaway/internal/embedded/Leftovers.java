package io.speechtotext.throwaway.internal.embedded;

import io.speechtotext.throwaway.internal.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clears away what builds left in the cache that ended without doing so. */
final class Leftovers {

  private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

  private Leftovers() {}

  /** Stops the servers and deletes the directories of owners that live no more. */
  static void sweep(Cache cache) throws IOException {
    List<Path> abandoned;
    try (Stream<Path> paths = Files.list(cache.directory())) {
      abandoned =
          paths.filter(path -> Cache.ownerOf(path).filter(Owner::isGone).isPresent()).toList();
    }
    for (Path work : abandoned) {
      try {
        stopServerIn(work.resolve("data"));
        Trees.delete(work);
      } catch (IOException e) {
        // Another build may be sweeping the same directory; this build does not need it gone.
        log.debug("Could not sweep {}", work, e);
      }
    }
  }

  private static void stopServerIn(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
    ProcessHandle process = ProcessHandle.of(pid).orElse(null);
    // The id may be another process's by now.
    if (process == null || !runsOn(process, data)) {
      return;
    }
    Commands.run(List.of("kill", "-QUIT", Long.toString(pid)));
    awaitEnd(process);
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
