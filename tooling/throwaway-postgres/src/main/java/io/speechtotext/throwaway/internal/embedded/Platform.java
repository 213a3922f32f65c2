package io.speechtotext.throwaway.internal.embedded;

import java.io.IOException;

/** How the published archives name the platforms that the build names otherwise. */
final class Platform {

  private Platform() {}

  /**
   * The archive's name inside the binaries' jar.
   *
   * @param platform the end of the jar's artifact id, for example {@code linux-amd64}
   */
  static String archiveName(String platform) throws IOException {
    return switch (platform) {
      case "linux-amd64" -> "postgres-linux-x86_64.txz";
      case "linux-arm64v8" -> "postgres-linux-arm_64.txz";
      case "linux-amd64-alpine" -> "postgres-linux-x86_64-alpine_linux.txz";
      case "darwin-amd64" -> "postgres-darwin-x86_64.txz";
      case "darwin-arm64v8" -> "postgres-darwin-arm_64.txz";
      default ->
          throw new IOException("the embedded server is not supported on platform " + platform);
    };
  }
}
