package io.speechtotext.migrator;

import io.speechtotext.migrator.guard.CopyList;
import io.speechtotext.migrator.guard.CopySql;
import io.speechtotext.migrator.guard.UndoneCopy;
import io.speechtotext.migrator.session.Connecting;
import io.speechtotext.migrator.session.MigrationSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * The copies that undos made of what they dropped, in schema {@code undone}. Only tables that carry
 * the comment of an undo count; what else is in that schema is left alone. Thread-safe.
 */
public final class UndoneCopies {

  private final DataSource database;
  private final MigratorSettings settings;

  /** The copies in one database, whose role must own them to drop them. */
  public UndoneCopies(DataSource database, MigratorSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  /**
   * All of them, ordered by name.
   *
   * @throws PoolerException when a pooler refuses the connection
   * @throws DatabaseUnavailableException when the database cannot be used
   */
  public List<UndoneCopy> list() {
    try (Connection connection = Connecting.to(database)) {
      return CopyList.read(connection);
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(e);
    }
  }

  /**
   * Drops one.
   *
   * @param name without the schema
   * @throws IllegalArgumentException when there is no copy of that name
   * @throws DatabaseUnavailableException when the database cannot be used, or refuses
   */
  public UndoneCopy drop(String name) {
    try (MigrationSession session = MigrationSession.open(database, settings.patience())) {
      UndoneCopy copy =
          CopyList.read(session.connection()).stream()
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException(noCopy(name)));
      drop(session.connection(), List.of(copy));
      return copy;
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(e);
    }
  }

  private static String noCopy(String name) {
    return "There is no copy '%s' in schema %s. Next: list the copies, and name one of them."
        .formatted(name, CopySql.SCHEMA);
  }

  /**
   * Drops all, or none when one cannot be dropped.
   *
   * @return what was dropped
   * @throws DatabaseUnavailableException when the database cannot be used, or refuses
   */
  public List<UndoneCopy> dropAll() {
    try (MigrationSession session = MigrationSession.open(database, settings.patience())) {
      List<UndoneCopy> copies = CopyList.read(session.connection());
      drop(session.connection(), copies);
      return copies;
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(e);
    }
  }

  private static void drop(Connection connection, List<UndoneCopy> copies) throws SQLException {
    if (!copies.isEmpty()) {
      try (Statement statement = connection.createStatement()) {
        statement.setEscapeProcessing(false);
        statement.execute(CopyList.dropSql(copies));
      }
    }
  }
}
