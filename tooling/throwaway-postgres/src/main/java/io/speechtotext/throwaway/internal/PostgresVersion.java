package io.speechtotext.throwaway.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * The PostgreSQL that this build is made for.
 *
 * @param version as PostgreSQL numbers its releases, for example {@code 18.6}
 * @param image the Docker image of that release
 * @param embeddedVersion the version of the embedded binaries' artifact
 * @param embeddedPlatform the platform of those binaries, for example {@code linux-amd64}
 */
public record PostgresVersion(
    String version, String image, String embeddedVersion, String embeddedPlatform) {

  /** What the root POM's {@code postgres.version} said when this module was built. */
  public static PostgresVersion ofBuild() {
    Properties properties = new Properties();
    try (InputStream in = PostgresVersion.class.getResourceAsStream("postgres.properties")) {
      properties.load(Objects.requireNonNull(in, "postgres.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PostgresVersion(
        properties.getProperty("version"),
        properties.getProperty("image"),
        properties.getProperty("embedded.version"),
        properties.getProperty("embedded.platform"));
  }

  /** The major version, for example 18. */
  public int major() {
    return Integer.parseInt(version.substring(0, version.indexOf('.')));
  }
}
