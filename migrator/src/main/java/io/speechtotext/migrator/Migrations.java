package io.speechtotext.migrator;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A set of migrations that keeps all rules: names that are understood, one file per version, an
 * undo for every migration. Immutable; read once, when it is made.
 */
public final class Migrations {

  private final List<Migration> migrations;

  Migrations(List<Migration> migrations) {
    this.migrations = List.copyOf(migrations);
  }

  /**
   * Reads the files in a directory and below it.
   *
   * @throws InvalidMigrationsException when they break a rule; lists every breach
   */
  public static Migrations inDirectory(Path directory) {
    return of(directory.toString(), Location.inDirectory(directory));
  }

  /**
   * Reads the files in a directory of the class path, for example {@code db/migration}.
   *
   * @throws InvalidMigrationsException when they break a rule; lists every breach
   */
  public static Migrations onClasspath(String directory) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context == null ? Migrations.class.getClassLoader() : context;
    return of("classpath:" + directory, Location.onClasspath(directory, loader));
  }

  private static Migrations of(String location, Map<String, String> files) {
    return new MigrationsReader(location, files).read();
  }

  /** All of them, oldest first; never empty. */
  public List<Migration> list() {
    return migrations;
  }

  /** Those that lead to the given versions, oldest first. */
  List<Migration> of(Collection<Version> versions) {
    return migrations.stream().filter(each -> versions.contains(each.version())).toList();
  }

  /** The version that the newest one leads to. */
  public Version latest() {
    return migrations.get(migrations.size() - 1).version();
  }
}
