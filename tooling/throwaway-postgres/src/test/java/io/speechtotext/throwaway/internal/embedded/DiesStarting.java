package io.speechtotext.throwaway.internal.embedded;

import io.speechtotext.throwaway.internal.Durability;
import io.speechtotext.throwaway.internal.PostgresVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A build that is killed at the moment when it has started a server. */
final class DiesStarting {

  private DiesStarting() {}

  /** Takes the cache directory. */
  public static void main(String[] arguments) throws IOException {
    Path cache = Path.of(arguments[0]);
    Prepared prepared = Prepared.in(cache, ServerUser.detect(), PostgresVersion.ofBuild());
    prepared.start(FreePort.find(), Durability.NONE);
    List<ProcessHandle> children = ProcessHandle.current().children().toList();
    System.out.println("keeper " + children.get(0).pid());
    Runtime.getRuntime().halt(1);
  }
}
