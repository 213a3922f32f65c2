package io.speechtotext.schema;

import io.speechtotext.migrator.Migration;
import io.speechtotext.migrator.Migrations;
import io.speechtotext.migrator.Version;
import java.util.List;

/** The migrations of this module, as the migrator reads them. */
final class SchemaMigrations {

  private SchemaMigrations() {}

  /** All of them; a {@code V} without its {@code U}, or the reverse, makes this throw. */
  static Migrations all() {
    return Migrations.onClasspath("db/migration");
  }

  /** Their versions, oldest first; plain numbers in this module. */
  static List<Integer> versions() {
    return all().list().stream().map(SchemaMigrations::number).toList();
  }

  static Migration of(int version) {
    Version wanted = Version.of(Integer.toString(version));
    return all().list().stream()
        .filter(migration -> migration.version().equals(wanted))
        .findFirst()
        .orElseThrow();
  }

  private static Integer number(Migration migration) {
    return Integer.valueOf(migration.version().toString());
  }
}
