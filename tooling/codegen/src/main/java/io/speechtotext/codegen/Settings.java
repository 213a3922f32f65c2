package io.speechtotext.codegen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jooq.meta.Database;

/**
 * What the generator's configuration says beyond jOOQ's own.
 *
 * @param directory holds the migrations
 * @param snapshot shows what they make; empty when nobody asked for one
 * @param placeholders the text for each placeholder in the scripts, by name, ordered
 */
record Settings(Path directory, Optional<SnapshotFile> snapshot, Map<String, String> placeholders) {

  private static final String MIGRATIONS = "migrations";
  private static final String SNAPSHOT = "snapshot";
  private static final String PLACEHOLDER = "placeholders.";

  /**
   * Reads the database properties of a configuration.
   *
   * @throws IllegalArgumentException when {@code migrations} is not among them
   */
  static Settings of(Database database) {
    Properties properties = database.getProperties();
    String migrations = properties.getProperty(MIGRATIONS, "");
    if (migrations.isBlank()) {
      throw new IllegalArgumentException(
          "The jOOQ configuration lacks the database property 'migrations', the directory of the"
              + " SQL files. Next: add <property><key>migrations</key><value>…</value></property>"
              + " to <database><properties>.");
    }
    Path base = Path.of(database.getBasedir());
    return new Settings(
        base.resolve(migrations).normalize(),
        Optional.ofNullable(properties.getProperty(SNAPSHOT))
            .map(snapshot -> new SnapshotFile(base.resolve(snapshot).normalize())),
        placeholders(properties));
  }

  /** The stamp with the snapshot as it is now, which a run may write. */
  Stamp withSnapshot(Stamp inputs) throws IOException {
    return snapshot.isPresent() ? snapshot.get().addedTo(inputs) : inputs;
  }

  private static Map<String, String> placeholders(Properties properties) {
    Map<String, String> placeholders = new TreeMap<>();
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(PLACEHOLDER)) {
        placeholders.put(name.substring(PLACEHOLDER.length()), properties.getProperty(name));
      }
    }
    return placeholders;
  }
}
