package io.speechtotext.codegen;

import io.speechtotext.migrator.Migration;
import io.speechtotext.migrator.Migrations;
import io.speechtotext.migrator.Migrator;
import io.speechtotext.migrator.Script;
import io.speechtotext.migrator.snapshot.Snapshot;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Constants;
import org.postgresql.util.DriverInfo;

/**
 * All that the generated classes depend on. Not among it: where the server is and who logs in,
 * absolute paths, times, locales.
 */
final class Inputs {

  private final Map<String, String> entries = new LinkedHashMap<>();

  private Inputs() {}

  /**
   * The stamp of all inputs but the snapshot, which a run may write.
   *
   * @param configuration jOOQ's settings by name, ordered
   */
  static Stamp of(Migrations migrations, Settings settings, Map<String, String> configuration)
      throws IOException {
    Inputs inputs = new Inputs();
    migrations.list().forEach(inputs::add);
    settings
        .placeholders()
        .forEach((name, text) -> inputs.entries.put("placeholder " + name, Sha256.of(text)));
    inputs.addVersions();
    inputs.entries.put("the generator's own code", OwnCode.besides(Inputs.class).hash());
    inputs.entries.put("the snapshot's code", OwnCode.besides(Snapshot.class).hash());
    configuration.forEach((name, value) -> inputs.entries.put("setting " + name, value));
    return new Stamp(inputs.entries);
  }

  private void add(Migration migration) {
    add(migration.up());
    add(migration.undo());
  }

  private void add(Script script) {
    entries.put(script.name(), Sha256.of(script.sql()));
    if (script.configuration() != null) {
      entries.put(script.name() + ".conf", Sha256.of(script.configuration()));
    }
  }

  private void addVersions() {
    entries.put("jOOQ", constant(Constants.class, "FULL_VERSION"));
    entries.put("the migration library", Migrator.libraryVersion());
    entries.put("the JDBC driver", constant(DriverInfo.class, "DRIVER_VERSION"));
    entries.put("PostgreSQL", Integer.toString(ThrowawayPostgres.configuredMajorVersion()));
  }

  // The compiler would copy the value that it sees, which may be of another version.
  private static String constant(Class<?> holder, String name) {
    try {
      return String.valueOf(holder.getField(name).get(null));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(holder + " does not tell its version", e);
    }
  }
}
