package io.speechtotext.throwaway.internal.embedded;

import io.speechtotext.throwaway.internal.Durability;
import io.speechtotext.throwaway.internal.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** A cache of a test's own, and what is to be seen of the servers that it is used for. */
record TestCache(Path directory) {

  /** A cache in {@code directory} that was used before. */
  static TestCache warm(Path directory) throws IOException {
    linkUsual("initialised-", directory);
    return withPrograms(directory);
  }

  /** A cache in {@code directory} that has the programs, which take long to unpack, and no more. */
  static TestCache withPrograms(Path directory) throws IOException {
    linkUsual("postgres-", directory);
    return new TestCache(directory);
  }

  private static void linkUsual(String prefix, Path directory) throws IOException {
    ServerUser user = ServerUser.detect();
    Path usual = Cache.preferred(user, System.getProperties(), System.getenv());
    Prepared prepared = Prepared.in(usual, user, PostgresVersion.ofBuild(), Durability.NONE);
    Trees.delete(prepared.work());
    String entry = prefix + prepared.binaries().id();
    Files.createSymbolicLink(directory.resolve(entry), usual.toRealPath().resolve(entry));
  }

  EmbeddedServer start() throws IOException {
    return start(ServerUser.detect());
  }

  EmbeddedServer start(ServerUser user) throws IOException {
    return start(user, Durability.NONE, FreePort::find);
  }

  EmbeddedServer start(ServerUser user, Durability durability, IntSupplier ports)
      throws IOException {
    PostgresVersion version = PostgresVersion.ofBuild();
    Prepared prepared = Prepared.in(directory, user, version, durability);
    return EmbeddedServer.start(prepared, version, durability, ports);
  }

  /** The initialised data directory, its manifest beside it. */
  Path cluster() throws IOException {
    return only(named("initialised-"));
  }

  /** The unpacked programs, their manifest beside them. */
  Path programs() throws IOException {
    return only(named("postgres-"));
  }

  /** The directories of a process's servers: while they run, or because they were not stopped. */
  List<Path> workOf(long pid) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path area : List.of(directory, WorkArea.MEMORY)) {
      if (Files.isDirectory(area)) {
        try (Stream<Path> entries = Files.list(area)) {
          entries
              .filter(path -> WorkArea.ownerOf(path).filter(it -> it.pid() == pid).isPresent())
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  /** The same for this process. */
  List<Path> ownWork() throws IOException {
    return workOf(ProcessHandle.current().pid());
  }

  /** The process of the only server of that process. */
  ProcessHandle postmasterOf(long pid) throws IOException {
    List<String> pidFile = Postmaster.pidFile(only(workOf(pid)).resolve("data"));
    return ProcessHandle.of(Long.parseLong(pidFile.get(0))).orElseThrow();
  }

  private static Path only(List<Path> found) throws IOException {
    if (found.size() != 1) {
      throw new IOException(found.size() + " entries, not one: " + found);
    }
    return found.get(0);
  }

  private List<Path> named(String prefix) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.filter(path -> path.getFileName().toString().startsWith(prefix)).toList();
    }
  }
}
