package io.speechtotext.migrator;

import java.util.List;

/** A set of migration files breaks rules. Nothing was run; mend the files. */
public final class InvalidMigrationsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  InvalidMigrationsException(String location, List<String> problems) {
    super("The migrations in " + location + " cannot be used:\n  " + String.join("\n  ", problems));
    this.problems = List.copyOf(problems);
  }

  /** Every problem found, each with the file, the rule and what to do. */
  public List<String> problems() {
    return problems;
  }
}
