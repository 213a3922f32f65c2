package io.speechtotext.schema;

import io.speechtotext.migrator.adopt.AdoptionTerms;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Rows that the Python service may have left at its last revision, in each way that is known. */
final class LegacyDirt {

  private static final int LAST_REVISION = 6;
  private static final List<String> TABLES =
      List.of("api_keys", "lexicon_terms", "jobs", "feedback");

  // Those of V6 alone: what later versions add follows from them.
  private static final String COLUMNS =
      """
      SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum)
      FROM pg_attribute
      WHERE attrelid = '%s'::regclass AND attnum > 0 AND NOT attisdropped
      """;

  private final VersionedDatabase database;
  private final List<String> queries = new ArrayList<>();

  private LegacyDirt(VersionedDatabase database) {
    this.database = database;
  }

  /** A database that was made by hand, holds that, and was adopted; the test closes it. */
  static LegacyDirt adopted(VersionTemplates templates) throws SQLException {
    return adoptedWithCopies(0, templates);
  }

  /** The same, and so many copies of it. */
  static LegacyDirt adoptedWithCopies(int copies, VersionTemplates templates) throws SQLException {
    VersionedDatabase database = VersionedDatabase.at(0, templates);
    for (int version = 1; version <= LAST_REVISION; version++) {
      database.runUp(version);
    }
    database.execute(script("legacy-dirt.sql"));
    database.execute(script("copies-of-legacy-dirt.sql").replace("$copies", copies + ""));
    database.execute(
        """
        CREATE TABLE alembic_version (version_num varchar(32) NOT NULL,
          CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
        INSERT INTO alembic_version VALUES ('ad899023acc6')
        """);
    LegacyDirt dirt = new LegacyDirt(database);
    for (String table : TABLES) {
      String columns = String.join("", database.rows(COLUMNS.formatted(table)));
      dirt.queries.add("SELECT '%1$s', %2$s FROM %1$s ORDER BY id".formatted(table, columns));
    }
    database.adopt(AdoptionTerms.strict());
    return dirt;
  }

  VersionedDatabase database() {
    return database;
  }

  /** Every row, with each column that it had at the service's last revision. */
  List<String> rows() throws SQLException {
    List<String> rows = new ArrayList<>();
    for (String query : queries) {
      rows.addAll(database.rows(query));
    }
    return rows;
  }

  private static String script(String name) {
    try (InputStream script = LegacyDirt.class.getResourceAsStream("legacy/" + name)) {
      byte[] text = Objects.requireNonNull(script, name).readAllBytes();
      return new String(text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
