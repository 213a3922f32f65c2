package io.speechtotext.prover;

import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.migrator.script.SqlStatement;
import io.speechtotext.prover.catalog.SqlName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The roles that scripts make. They belong to the server, which all copies of a database share, and
 * stand in the way when the script runs on another copy: so they are renamed meanwhile. To drop
 * them would not do, for databases hold grants to them. Not thread-safe.
 *
 * <p>Others may make roles on the server at the same time. Only those are touched that came since a
 * script was remembered, and that its text names.
 */
final class ServerRoles {

  private static final Pattern CREATES =
      Pattern.compile("\\bCREATE\\s+(?:ROLE|USER|GROUP)\\b", Pattern.CASE_INSENSITIVE);
  private static final String ASIDE = "prover_aside_";

  private final Set<String> aside = new HashSet<>();
  private final Map<String, Set<String>> knownBefore = new HashMap<>();

  /** Whether a script says that it makes roles. */
  static boolean areMadeBy(SqlScript script) {
    return CREATES.matcher(text(script)).find();
  }

  /** Remembers what there is before the first run of a script. */
  void remember(SqlScript script, Connection connection) throws SQLException {
    knownBefore.put(text(script), new HashSet<>(all(connection)));
  }

  /**
   * Gives the roles that earlier runs of a script made another name.
   *
   * @return their names before, by those that they have now
   */
  Map<String, String> moveAside(SqlScript script, Connection connection) throws SQLException {
    Map<String, String> moved = new HashMap<>();
    for (String role : madeBy(text(script), connection)) {
      String name = ASIDE + Long.toHexString(ThreadLocalRandom.current().nextLong());
      rename(role, name, connection);
      moved.put(name, role);
    }
    aside.addAll(moved.keySet());
    return moved;
  }

  /** Gives them their names back, which must be free. */
  void moveBack(Map<String, String> moved, Connection connection) throws SQLException {
    for (Map.Entry<String, String> role : moved.entrySet()) {
      rename(role.getKey(), role.getValue(), connection);
      aside.remove(role.getKey());
    }
  }

  /** Whether there is anything to drop. */
  boolean mayBeLeft() {
    return !knownBefore.isEmpty();
  }

  /** Drops what all scripts made; the databases that used it are gone by now. */
  void drop(Connection connection) throws SQLException {
    Set<String> left = new HashSet<>(aside);
    for (String text : knownBefore.keySet()) {
      left.addAll(madeBy(text, connection));
    }
    try (Statement statement = connection.createStatement()) {
      for (String role : left) {
        // Stays where somebody else's database uses it by now.
        statement.execute(
            "DO $do$ BEGIN DROP ROLE IF EXISTS %s; EXCEPTION WHEN dependent_objects_still_exist THEN NULL; END $do$"
                .formatted(SqlName.quoted(role)));
      }
    }
  }

  private List<String> madeBy(String text, Connection connection) throws SQLException {
    Set<String> known = knownBefore.get(text);
    if (known == null) {
      return List.of();
    }
    return all(connection).stream()
        .filter(role -> !known.contains(role) && isNamed(role, text))
        .toList();
  }

  private static boolean isNamed(String role, String text) {
    return Pattern.compile(
            "(?<![\\w$])" + Pattern.quote(role) + "(?![\\w$])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS)
        .matcher(text)
        .find();
  }

  private static List<String> all(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT rolname FROM pg_catalog.pg_roles")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static void rename(String from, String to, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "ALTER ROLE %s RENAME TO %s".formatted(SqlName.quoted(from), SqlName.quoted(to)));
    }
  }

  private static String text(SqlScript script) {
    return script.statements().stream().map(SqlStatement::sql).collect(Collectors.joining(";\n"));
  }
}
