package io.speechtotext.prover.source;

/** How a project names the files of its migrations; one directory has one layout. */
public enum Layout {

  /**
   * Flyway's: {@code V7__add_speakers.sql} and {@code U7__add_speakers.sql}, with {@code
   * V7__add_speakers.sql.conf} and {@code V7__add_speakers.safety} beside them.
   */
  FLYWAY("V1__<description>.sql and U1__<description>.sql"),

  /**
   * A directory each, as Diesel has it: {@code 2024-05-01-120000_add_speakers/up.sql} and {@code
   * down.sql}, with Diesel's {@code metadata.toml} and {@code up.safety} beside them.
   */
  DIRECTORIES("<version>_<name>/up.sql and <version>_<name>/down.sql"),

  /**
   * Suffixes, as golang-migrate and sqlx have it: {@code 7_add_speakers.up.sql} and {@code
   * 7_add_speakers.down.sql}, with {@code 7_add_speakers.safety} beside them; golang-migrate would
   * take a {@code .up.safety} for a migration.
   */
  SUFFIXES("<version>_<name>.up.sql and <version>_<name>.down.sql");

  private final String form;

  Layout(String form) {
    this.form = form;
  }

  /** What its files are called, for people. */
  String form() {
    return form;
  }

  /** The layout that a script of that name belongs to. */
  public static Layout ofScript(String name) {
    return ScriptName.parse(name)
        .map(ScriptName::layout)
        .orElseThrow(() -> new IllegalArgumentException("no script of a migration: " + name));
  }
}
