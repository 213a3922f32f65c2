package io.speechtotext.throwaway.internal.embedded;

import io.speechtotext.throwaway.internal.Durability;
import io.speechtotext.throwaway.internal.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** A cache of a test's own, and what is to be seen in it. */
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
    Prepared prepared = Prepared.in(usual, user, PostgresVersion.ofBuild());
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
    Prepared prepared = Prepared.in(directory, user, version);
    return EmbeddedServer.start(prepared, version, durability, ports);
  }

  /** The initialised data directory, its manifest beside it. */
  Path cluster() throws IOException {
    return only("initialised-");
  }

  /** The unpacked programs, their manifest beside them. */
  Path programs() throws IOException {
    return only("postgres-");
  }

  /** The directory of the only server. */
  Path work() throws IOException {
    return only("work-");
  }

  /** What a server leaves behind that was not stopped. */
  List<Path> leftovers() throws IOException {
    return named("work-");
  }

  /** The process of the only server. */
  ProcessHandle postmaster() throws IOException {
    String pid = Postmaster.pidFile(work().resolve("data")).get(0);
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private Path only(String prefix) throws IOException {
    List<Path> found = named(prefix);
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
