package io.speechtotext.app.cli.db;

import io.speechtotext.migrator.Migrator;
import io.speechtotext.migrator.Version;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the commands call things. */
final class Words {

  private Words() {}

  /** {@code V6}; {@code base} for none. */
  static String place(@Nullable Version version) {
    return version == null ? Migrator.BASE : "V" + version;
  }

  /** {@code V6, V7}. */
  static String versions(List<Version> versions) {
    return versions.stream().map(Words::place).collect(Collectors.joining(", "));
  }
}
