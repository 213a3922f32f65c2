package io.speechtotext.throwaway.internal.embedded;

import io.speechtotext.throwaway.internal.Durability;
import io.speechtotext.throwaway.internal.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A directory that holds, under their owners' names, the directories that do not outlive a build,
 * and perhaps things of others.
 */
record WorkArea(Path directory) {

  /** Where Linux keeps what is shared in memory: a file system that writes nothing to a disk. */
  static final Path MEMORY = Path.of("/dev/shm");

  private static final String PREFIX = "throwaway-postgres-";

  // A server that is written to grows, and containers are often given 64 MB there.
  private static final long ROOM_IN_BYTES = 2L * 1024 * 1024 * 1024;

  /**
   * The area for a server's files: in memory where there is room, which makes a server and each of
   * its databases several times faster to make and to drop; else {@code onDisk}.
   */
  static WorkArea forServers(WorkArea onDisk, Durability durability) {
    return durability == Durability.NONE && hasRoom(MEMORY, ROOM_IN_BYTES)
        ? new WorkArea(MEMORY)
        : onDisk;
  }

  static boolean hasRoom(Path directory, long bytes) {
    try {
      return Files.isWritable(directory) && Files.getFileStore(directory).getUsableSpace() >= bytes;
    } catch (IOException e) {
      return false; // the answer that was asked for
    }
  }

  /** A new directory that a later build deletes if this one does not. */
  Path newDirectory(ServerUser user) throws IOException {
    // Not counted: a plugin's and a test's class loader may share this process.
    String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
    String name = PREFIX + Owner.self().token() + "_" + random;
    Path made = Files.createDirectory(directory.resolve(name));
    Trees.permit(made, user.isOther() ? "rwxr-xr-x" : "rwx------");
    return made;
  }

  /** The owner in a directory's name; empty for all that was not made here. */
  static Optional<Owner> ownerOf(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(PREFIX)
        ? Owner.ofName(name.substring(PREFIX.length()))
        : Optional.empty();
  }
}
