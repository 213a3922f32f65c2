package io.speechtotext.throwaway.internal.embedded;

import io.speechtotext.throwaway.internal.PostgresVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's programs, unpacked from their archive on the class path into the cache, once.
 *
 * @param directory holds {@code bin}, {@code lib} and {@code share}
 * @param id tells these binaries from any others
 */
record Binaries(Path directory, String id) {

  private static final Logger log = LoggerFactory.getLogger(Binaries.class);
  private static final String MANIFEST = "manifest";

  /** Finds the programs in the cache, or unpacks them there. */
  static Binaries in(Cache cache, ServerUser user, PostgresVersion version) throws IOException {
    URL archive = archive(version);
    String id = version.embeddedVersion() + "-" + fingerprint(archive);
    Path directory = cache.entry("postgres-" + id);
    if (!isIntact(directory)) {
      unpack(archive, directory, cache, user);
    }
    return new Binaries(directory.resolve("programs"), id);
  }

  /** One of the programs, for example {@code initdb}. */
  String program(String name) {
    return directory.resolve("bin").resolve(name).toString();
  }

  private static boolean isIntact(Path directory) {
    try {
      return Manifest.read(directory.resolve(MANIFEST))
          .matchesSizesIn(directory.resolve("programs"));
    } catch (IOException e) {
      return false; // missing or damaged: unpacked anew by the caller
    }
  }

  private static void unpack(URL archive, Path directory, Cache cache, ServerUser user)
      throws IOException {
    if (Files.exists(directory)) {
      log.warn("The PostgreSQL programs in {} are damaged; unpacking them anew", directory);
      cache.discard(directory, user);
    }
    Path work = cache.workArea().newDirectory(user);
    try (InputStream in = archive.openStream()) {
      Path programs = work.resolve("programs");
      TarArchive.unpack(in, programs);
      Manifest.of(programs).write(work.resolve(MANIFEST));
      // The server may come as another user, this time or another.
      Trees.permit(work, "rwxr-xr-x");
      Trees.publish(work, directory);
    } finally {
      Trees.delete(work);
    }
  }

  private static URL archive(PostgresVersion version) throws IOException {
    String name = Platform.archiveName(version.embeddedPlatform());
    URL url = Binaries.class.getClassLoader().getResource(name);
    if (url == null) {
      throw new IOException(
          "no PostgreSQL binaries for %s on the class path (%s)"
              .formatted(version.embeddedPlatform(), name));
    }
    return url;
  }

  // The jar knows its entry's checksum, so that nothing needs to be read to tell archives apart.
  private static String fingerprint(URL archive) throws IOException {
    URLConnection connection = archive.openConnection();
    connection.setUseCaches(false);
    if (connection instanceof JarURLConnection jar) {
      try (var file = jar.getJarFile()) {
        return Long.toHexString(file.getEntry(jar.getEntryName()).getCrc());
      }
    }
    return Long.toHexString(connection.getContentLengthLong());
  }
}
