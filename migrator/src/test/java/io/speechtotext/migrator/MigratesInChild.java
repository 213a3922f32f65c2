package io.speechtotext.migrator;

import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The main class of {@link MigratingProcess}: directory, URL, user, and {@code up} or {@code down}
 * are its arguments.
 */
final class MigratesInChild {

  private MigratesInChild() {}

  public static void main(String[] arguments) throws Exception {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(arguments[1]);
    database.setUser(arguments[2]);
    database.setPassword(System.getenv("PASSWORD"));
    Migrations migrations = Migrations.inDirectory(Path.of(arguments[0]));
    Migrator migrator =
        new Migrator(database, migrations, MigratorSettings.defaults(), new PrintedProgress());
    System.out.println("ready");
    if (System.in.read() >= 0) {
      boolean up = arguments[3].equals("up");
      System.out.println(
          "at "
              + (up
                  ? migrator.up().version()
                  : migrator.downTo(Migrator.BASE, DataLoss.COPY).version()));
    }
  }

  /** Prints a line for each. */
  private static final class PrintedProgress implements MigrationProgress {

    @Override
    public void begins(Migration migration) {
      System.out.println("begins " + migration.version());
    }

    @Override
    public void undoes(Migration migration) {
      System.out.println("begins " + migration.version());
    }

    @Override
    public void applied(AppliedMigration migration) {
      System.out.println("applied " + migration.version());
    }
  }
}
