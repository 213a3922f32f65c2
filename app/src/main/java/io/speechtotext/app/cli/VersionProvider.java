package io.speechtotext.app.cli;

import io.speechtotext.migrator.Migrator;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: this release, what it migrates with, and what runs it. */
final class VersionProvider implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String release = Stt.class.getPackage().getImplementationVersion();
    return new String[] {
      "stt " + Objects.requireNonNullElse(release, "(not packaged)"),
      Migrator.libraryVersion() + ", Java " + Runtime.version()
    };
  }
}
