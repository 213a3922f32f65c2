package io.speechtotext.prover.cli;

import io.speechtotext.throwaway.ThrowawayPostgres;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: this release, what it proves on, and what runs it. */
final class VersionProvider implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String release = Prove.class.getPackage().getImplementationVersion();
    return new String[] {
      "prove " + Objects.requireNonNullElse(release, "(not packaged)"),
      "PostgreSQL %d, Java %s"
          .formatted(ThrowawayPostgres.configuredMajorVersion(), Runtime.version())
    };
  }
}
