package io.speechtotext.throwaway.internal.embedded;

import io.speechtotext.throwaway.internal.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

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
  private static final AtomicInteger COUNTER = new AtomicInteger();

  /** Where the user keeps caches, unless a property or variable names another place. */
  static Path preferred(ServerUser user, Properties properties, Map<String, String> environment) {
    String named = properties.getProperty(PROPERTY, environment.getOrDefault(VARIABLE, ""));
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
    String whose = user.isOther() ? "root" : System.getProperty("user.name");
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
    Cache cache = new Cache(directory);
    Trees.delete(cache.newWork(user));
    return cache;
  }

  /** Where the finished entry of that name is, or will be. */
  Path entry(String name) {
    return directory.resolve(name);
  }

  /** A new directory that a later build deletes if this one does not. */
  Path newWork(ServerUser user) throws IOException {
    String name = WORK + Owner.self().token() + "_" + COUNTER.incrementAndGet();
    Path work = Files.createDirectory(directory.resolve(name));
    Trees.permit(work, user.isOther() ? "rwxr-xr-x" : "rwx------");
    return work;
  }

  /** The owner in a work directory's name; empty for entries that are there to stay. */
  static Optional<Owner> ownerOf(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(WORK) ? Owner.ofName(name.substring(WORK.length())) : Optional.empty();
  }
}
