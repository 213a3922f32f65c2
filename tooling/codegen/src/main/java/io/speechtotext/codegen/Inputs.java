package io.speechtotext.codegen;

import io.speechtotext.migrator.Migration;
import io.speechtotext.migrator.Migrations;
import io.speechtotext.migrator.Migrator;
import io.speechtotext.migrator.Script;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Constants;
import org.jooq.codegen.Generator;
import org.jooq.meta.Database;
import org.postgresql.util.DriverInfo;

/**
 * All that the generated classes depend on. Not among it: where the server is and who logs in,
 * absolute paths, times, locales.
 */
final class Inputs {

  private final Map<String, String> entries = new LinkedHashMap<>();

  private Inputs() {}

  static Stamp of(Migrations migrations, Settings settings, Generator generator, Database database)
      throws IOException {
    Inputs inputs = new Inputs();
    migrations.list().forEach(inputs::add);
    settings
        .placeholders()
        .forEach((name, text) -> inputs.entries.put("placeholder " + name, Sha256.of(text)));
    inputs.addVersions();
    inputs.entries.put("the generator's own code", OwnCode.hash());
    EffectiveConfiguration.of(generator, database)
        .forEach((name, value) -> inputs.entries.put("setting " + name, value));
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
    entries.put("jOOQ", Constants.FULL_VERSION);
    entries.put("the migration library", Migrator.libraryVersion());
    entries.put("the JDBC driver", DriverInfo.DRIVER_VERSION);
    entries.put("PostgreSQL", Integer.toString(ThrowawayPostgres.configuredMajorVersion()));
  }
}
