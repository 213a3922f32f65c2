package io.speechtotext.migrator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;

/**
 * Where a database stands, by its history.
 *
 * @param version the newest version that is applied; null when none is
 * @param pending what is to be applied to reach the target, in order
 * @param unknown versions that are applied, and newer than all known ones
 */
record HistoryState(@Nullable Version version, List<Migration> pending, List<Version> unknown) {

  /**
   * Reads it.
   *
   * @throws HistoryConflictException when it contradicts the files
   */
  static HistoryState read(Flyway flyway, Migrations migrations) {
    try {
      new HistoryRules(flyway, migrations).enforce();
      return of(flyway.info(), migrations);
    } catch (FlywayException e) {
      throw new Failures(flyway, migrations).translate(e);
    }
  }

  private static HistoryState of(MigrationInfoService history, Migrations migrations) {
    Map<Version, Migration> known =
        migrations.list().stream()
            .collect(Collectors.toMap(Migration::version, Function.identity()));
    MigrationInfo current = history.current();
    return new HistoryState(
        current == null ? null : version(current),
        Arrays.stream(history.pending()).map(each -> known.get(version(each))).toList(),
        Arrays.stream(history.all())
            .filter(each -> each.getState() == MigrationState.FUTURE_SUCCESS)
            .map(HistoryState::version)
            .toList());
  }

  private static Version version(MigrationInfo info) {
    return Version.of(info.getVersion().getVersion());
  }
}
