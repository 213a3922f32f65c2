package io.speechtotext.migrator;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;

/**
 * Where a database stands, as Flyway reads its history.
 *
 * @param version the newest version that is applied; null when none is
 * @param pending what is to be applied to reach the target, in order
 * @param unfinished what was begun outside a transaction and did not end
 * @param unknown versions that are applied or begun, and newer than all known ones
 */
record HistoryState(
    @Nullable Version version,
    List<Migration> pending,
    List<Migration> unfinished,
    List<Version> unknown) {

  private static final Set<MigrationState> NOT_IN_FORCE =
      EnumSet.of(MigrationState.DELETED, MigrationState.UNDONE);

  // Also what a later release has begun outside a transaction, and not ended.
  private static final Set<MigrationState> UNKNOWN =
      EnumSet.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

  static HistoryState of(MigrationInfoService history, Migrations migrations) {
    List<MigrationInfo> rows =
        Arrays.stream(history.all())
            .filter(each -> each.isVersioned() && !each.getType().name().equals("DELETE"))
            .toList();
    return new HistoryState(
        rows.stream()
            .filter(HistoryState::isInForce)
            .map(HistoryState::version)
            .max(Version::compareTo)
            .orElse(null),
        migrations.of(versions(rows, EnumSet.of(MigrationState.PENDING))),
        migrations.of(versions(rows, EnumSet.of(MigrationState.FAILED))),
        versions(rows, UNKNOWN));
  }

  private static boolean isInForce(MigrationInfo info) {
    MigrationState state = info.getState();
    return state.isApplied() && !state.isFailed() && !NOT_IN_FORCE.contains(state);
  }

  private static List<Version> versions(List<MigrationInfo> rows, Set<MigrationState> states) {
    return rows.stream()
        .filter(each -> states.contains(each.getState()))
        .map(HistoryState::version)
        .toList();
  }

  private static Version version(MigrationInfo info) {
    return Version.of(info.getVersion().getVersion());
  }
}
