package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.migrator.DataLoss;
import io.speechtotext.migrator.Migrator;
import io.speechtotext.migrator.MigratorSettings;
import io.speechtotext.migrator.UndoneMigration;
import io.speechtotext.migrator.offline.OfflineScript;
import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(VersionTemplatesExtension.class)
class OfflineScriptTest {

  private static final String HISTORY =
      """
      SELECT installed_rank, version, description, type, script, checksum, installed_by, success
      FROM flyway_schema_history
      ORDER BY installed_rank
      """;

  private final VersionTemplates templates;

  OfflineScriptTest(VersionTemplates templates) {
    this.templates = templates;
  }

  @ParameterizedTest
  @MethodSource("io.speechtotext.schema.WayCase#some")
  void makesTheSameOfADatabaseAsTheMigratorDoes(WayCase way) throws Exception {
    try (ThrowawayDatabase database = templates.at(way.from());
        Connection connection = database.connect()) {
      PsqlScript.run(script(way), Map.of(), connection);

      assertThatItIsWhereTheMigratorLeads(way, database);
    }
  }

  @Tag("ci")
  @ParameterizedTest
  @MethodSource("io.speechtotext.schema.WayCase#some")
  void makesTheSameWithPsql(WayCase way) throws Exception {
    try (ThrowawayDatabase database = templates.at(way.from())) {
      Psql psql = Psql.run(database, script(way));

      assertThat(psql.exitCode()).as(psql.output()).isZero();
      assertThatItIsWhereTheMigratorLeads(way, database);
    }
  }

  private static String script(WayCase way) {
    return new OfflineScript(SchemaMigrations.all(), MigratorSettings.defaults())
        .between(WayCase.name(way.from()), WayCase.name(way.to()));
  }

  private void assertThatItIsWhereTheMigratorLeads(WayCase way, ThrowawayDatabase offline)
      throws SQLException {
    try (ThrowawayDatabase online = reached(way);
        Connection onlineConnection = online.connect();
        Connection offlineConnection = offline.connect()) {
      assertThat(CatalogDescription.of(offlineConnection))
          .containsExactlyElementsOf(CatalogDescription.of(onlineConnection));
      assertThat(Rows.of(offlineConnection, HISTORY))
          .containsExactlyElementsOf(Rows.of(onlineConnection, HISTORY));
      assertThat(remaining(way, offline)).isEmpty();
    }
  }

  /** The migrator's own way; the one up is the template's. */
  private ThrowawayDatabase reached(WayCase way) {
    ThrowawayDatabase database = templates.at(way.isDown() ? way.from() : way.to());
    if (way.isDown()) {
      migrator(database).downTo(WayCase.name(way.to()), DataLoss.REFUSE);
    }
    return database;
  }

  /** Nothing, if the history says that the way is done; Flyway validates it before it is read. */
  private static List<UndoneMigration> remaining(WayCase way, ThrowawayDatabase database) {
    return migrator(database).downTo(WayCase.name(way.to()), DataLoss.REFUSE).undone();
  }

  private static Migrator migrator(ThrowawayDatabase database) {
    return new Migrator(database.dataSource(), SchemaMigrations.all());
  }
}
