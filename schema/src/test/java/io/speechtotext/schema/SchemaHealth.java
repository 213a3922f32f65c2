package io.speechtotext.schema;

import io.github.mfvanek.pg.connection.PgConnection;
import io.github.mfvanek.pg.connection.PgConnectionImpl;
import io.github.mfvanek.pg.core.checks.common.DatabaseCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.StandardChecksOnHost;
import io.github.mfvanek.pg.model.column.ColumnNameAware;
import io.github.mfvanek.pg.model.dbobject.DbObject;
import io.github.mfvanek.pg.model.predicates.SkipFlywayTablesPredicate;
import io.speechtotext.throwaway.ThrowawayDatabase;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What pg-index-health finds in a database without rows. */
final class SchemaHealth {

  // CommentsTest asks for comments, in every version.
  private static final Set<String> ASKED_ELSEWHERE =
      Set.of("TABLES_WITHOUT_DESCRIPTION", "COLUMNS_WITHOUT_DESCRIPTION");

  private SchemaHealth() {}

  /** All that can be told without statistics of use: {@code indexes-with-boolean on ix_a}. */
  static List<String> findings(ThrowawayDatabase database) {
    PgConnection connection = PgConnectionImpl.ofUrl(database.dataSource(), database.jdbcUrl());
    return new StandardChecksOnHost()
        .apply(connection).stream()
            .filter(check -> check.isStatic() && !ASKED_ELSEWHERE.contains(check.getName()))
            .flatMap(check -> findings(check).stream())
            .toList();
  }

  private static List<String> findings(DatabaseCheckOnHost<? extends DbObject> check) {
    String name = check.getName().toLowerCase(Locale.ROOT).replace('_', '-');
    return check.check(SkipFlywayTablesPredicate.ofDefault()).stream()
        .map(object -> name + " on " + name(object))
        .toList();
  }

  private static String name(DbObject object) {
    return object instanceof ColumnNameAware column
        ? column.getTableName() + "." + column.getColumnName()
        : object.getName().replace(',', '+');
  }
}
