package io.speechtotext.throwaway.internal.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;

/**
 * The directory that holds what outlives a build: unpacked binaries and initialised data
 * directories.
 *
 * <p>Whatever is made in here is made in a directory that belongs to one build and then renamed, so
 * a half-made entry is never found, and two builds at once do each other no harm.
 */
record Cache(Path directory) {

  private static final String PROPERTY = "throwaway.postgres.cache";
  private static final String VARIABLE = "THROWAWAY_POSTGRES_CACHE";

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
    // A server is known again by its directory's name, which must not depend on how one came here.
    Path real = directory.toRealPath();
    // Anybody can make a directory, or a link, of that name where everybody can write.
    if (!Trees.isMine(directory) || !Trees.isMine(real)) {
      throw new IOException(directory + " belongs to " + Files.getOwner(real));
    }
    Cache cache = new Cache(real);
    Trees.delete(cache.workArea().newDirectory(user));
    return cache;
  }

  /** Where the finished entry of that name is, or will be. */
  Path entry(String name) {
    return directory.resolve(name);
  }

  /** Where its entries are made, and servers where there is no better place. */
  WorkArea workArea() {
    return new WorkArea(directory);
  }

  /** Takes an entry away, all at once: another build finds the whole of it, or nothing. */
  void discard(Path entry, ServerUser user) throws IOException {
    Path work = workArea().newDirectory(user);
    try {
      Files.move(entry, work.resolve("discarded"), StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      // Another build was faster.
    } finally {
      Trees.delete(work);
    }
  }
}
