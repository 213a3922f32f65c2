package io.speechtotext.throwaway.internal.embedded;

import io.speechtotext.throwaway.internal.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The directory that holds what outlives a build (unpacked binaries, initialised data directories)
 * and, under its owner's name, what does not.
 *
 * <p>Whatever is made in here is made under its owner's name and then renamed, so a half-made entry
 * is never found, and two builds at once do each other no harm.
 */
record Cache(Path directory) {

  private static final String PROPERTY = "throwaway.postgres.cache";
  private static final String VARIABLE = "THROWAWAY_POSTGRES_CACHE";
  private static final String WORK = "work-";

  /** Where the user keeps caches, unless a property or variable names another place. */
  static Path preferred(ServerUser user, Properties properties, Map<String, String> environment) {
    String property = properties.getProperty(PROPERTY, "");
    String named = property.isBlank() ? environment.getOrDefault(VARIABLE, "") : property;
    if (!named.isBlank()) {
      return Path.of(named);
    }
    return user.isOther()
        // A home directory, above all root's, is closed to other accounts.
        ? temporary(user)
        : userCaches(properties, environment).resolve("throwaway-postgres");
  }

  /** Where to go when the preferred place cannot be used. */
  static Path temporary(ServerUser user) {
    String whose = System.getProperty("user.name") + (user.isOther() ? "-as-another" : "");
    return Path.of(System.getProperty("java.io.tmpdir"), "throwaway-postgres-" + whose);
  }

  private static Path userCaches(Properties properties, Map<String, String> environment) {
    Path home = Path.of(properties.getProperty("user.home"));
    if (properties.getProperty("os.name").startsWith("Mac")) {
      return home.resolve("Library/Caches");
    }
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    return xdg.isBlank() ? home.resolve(".cache") : Path.of(xdg);
  }

  /**
   * Opens the cache in {@code directory}, making it when it is missing.
   *
   * @throws IOException when it cannot be written to, or belongs to somebody else
   */
  static Cache in(Path directory, ServerUser user) throws IOException {
    boolean existed = Files.isDirectory(directory);
    Files.createDirectories(directory);
    if (!existed) {
      Trees.permit(directory, user.isOther() ? "rwxr-xr-x" : "rwx------");
    }
    // Anybody can make a directory of that name where everybody can write.
    if (!Files.getOwner(directory).equals(Files.getOwner(Trees.myOwn()))) {
      throw new IOException(directory + " belongs to " + Files.getOwner(directory));
    }
    // A server is known again by its directory's name, which must not depend on how one came here.
    Cache cache = new Cache(directory.toRealPath());
    Trees.delete(cache.newWork(user));
    return cache;
  }

  /** Where the finished entry of that name is, or will be. */
  Path entry(String name) {
    return directory.resolve(name);
  }

  /** A new directory that a later build deletes if this one does not. */
  Path newWork(ServerUser user) throws IOException {
    // Not counted: a plugin's and a test's class loader may share this process.
    String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
    String name = WORK + Owner.self().token() + "_" + random;
    Path work = Files.createDirectory(directory.resolve(name));
    Trees.permit(work, user.isOther() ? "rwxr-xr-x" : "rwx------");
    return work;
  }

  /** Takes an entry away, all at once: another build finds the whole of it, or nothing. */
  void discard(Path entry, ServerUser user) throws IOException {
    Path work = newWork(user);
    try {
      Files.move(entry, work.resolve("discarded"), StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      // Another build was faster.
    } finally {
      Trees.delete(work);
    }
  }

  /** The owner in a work directory's name; empty for entries that are there to stay. */
  static Optional<Owner> ownerOf(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(WORK) ? Owner.ofName(name.substring(WORK.length())) : Optional.empty();
  }
}
