package io.speechtotext.schema;

import io.speechtotext.migrator.Migrator;
import io.speechtotext.throwaway.junit.DatabaseTemplate;
import javax.sql.DataSource;

/** The newest version, without rows. */
public final class MigratedSchema implements DatabaseTemplate {

  @Override
  public void fill(DataSource empty) {
    new Migrator(empty, SchemaMigrations.all()).up();
  }
}
