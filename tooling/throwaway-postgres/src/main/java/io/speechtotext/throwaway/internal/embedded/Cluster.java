package io.speechtotext.throwaway.internal.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An initialised data directory in the cache, made by {@code initdb} once per PostgreSQL version,
 * never started, only copied: a copy takes a tenth of the time.
 */
final class Cluster {

  private static final Logger log = LoggerFactory.getLogger(Cluster.class);
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private static final String PASSWORD = "throwaway.password";
  private static final int TRIES = 3;

  static final String USER = "postgres";

  private final Cache cache;
  private final ServerUser user;
  private final Binaries binaries;
  private final Path directory;

  Cluster(Cache cache, ServerUser user, Binaries binaries) {
    this.cache = cache;
    this.user = user;
    this.binaries = binaries;
    this.directory = cache.entry("initialised-" + binaries.id());
  }

  /**
   * Copies the data directory to {@code target}, initialising it first when the cache holds none,
   * and again when what it holds is damaged.
   *
   * @return the password of {@link #USER}
   */
  String copyTo(Path target) throws IOException {
    for (int triesLeft = TRIES; ; triesLeft--) {
      if (!Files.exists(directory)) {
        initialise();
      }
      try {
        return copyIntact(target);
      } catch (DamagedException | NoSuchFileException e) {
        if (triesLeft == 1) {
          throw e;
        }
        log.warn(
            "The data directory in {} is damaged ({}); making it anew", directory, e.getMessage());
        Trees.delete(target);
        cache.discard(directory, user);
      }
    }
  }

  private String copyIntact(Path target) throws IOException {
    Path data = directory.resolve("data");
    Files.createDirectory(target, PRIVATE);
    for (Manifest.Entry entry : readManifest().entries()) {
      Path to = target.resolve(entry.path());
      if (entry.isDirectory()) {
        Files.createDirectory(to, PRIVATE);
      } else {
        Files.write(to, intact(data, entry));
      }
    }
    user.own(target);
    return Files.readString(target.resolve(PASSWORD));
  }

  private Manifest readManifest() throws IOException {
    try {
      return Manifest.read(directory.resolve("manifest"));
    } catch (IOException e) {
      throw new DamagedException(String.valueOf(e.getMessage()));
    }
  }

  private static byte[] intact(Path data, Manifest.Entry entry) throws IOException {
    byte[] content = Files.readAllBytes(data.resolve(entry.path()));
    if (Manifest.checksum(content) != entry.checksum()) {
      throw new DamagedException(entry.path() + " has changed");
    }
    return content;
  }

  private void initialise() throws IOException {
    Path work = cache.workArea().newDirectory(user);
    try {
      // A directory of its own, for what is beside it must stay this process's.
      Path made = Files.createDirectory(work.resolve("made"));
      Path data = made.resolve("data");
      Path password = Files.writeString(made.resolve(PASSWORD), newPassword());
      user.own(made);
      Commands.run(user.command(initdb(data, password)));
      // Among the files that the manifest guards; the server does not mind.
      Files.move(password, data.resolve(PASSWORD));
      Manifest.of(data).write(made.resolve("manifest"));
      Trees.permit(made, "rwx------");
      Trees.publish(made, directory);
    } finally {
      Trees.delete(work);
    }
  }

  private List<String> initdb(Path data, Path passwordFile) {
    List<String> command = new ArrayList<>();
    command.add(binaries.program("initdb"));
    command.addAll(List.of("--pgdata", data.toString(), "--username", USER));
    // Cleartext over loopback; the server keeps a salted hash. SCRAM costs a cold JVM 60 ms.
    command.addAll(List.of("--auth", "password", "--pwfile", passwordFile.toString()));
    command.addAll(List.of("--encoding", "UTF8", "--locale", "C"));
    // Small files, for they are copied at each start.
    command.addAll(List.of("--wal-segsize", "1", "--no-sync"));
    return command;
  }

  private static String newPassword() {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** What is in the cache is not what was put there. */
  private static final class DamagedException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedException(String message) {
      super(message);
    }
  }
}
