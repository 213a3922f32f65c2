package io.speechtotext.schema;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One row in each table, as a service of version 1 wrote them. */
final class SampleRows {

  private static final List<String> TABLES =
      List.of("api_keys", "lexicon_terms", "jobs", "feedback");

  private static final String OF_VERSION_1 =
      """
      INSERT INTO api_keys (id, key_hash, name, rate_limit)
      VALUES (1, 'digest', 'badminton club', 100);
      INSERT INTO lexicon_terms (id, term, normalized_term, source)
      VALUES (1, 'MRI', 'mri', 'manual');
      INSERT INTO jobs (id, job_id, status, transcription_text, api_key_id)
      VALUES (1, '5f0c9a52-3f0e-4d7e-9b57-0c6f5b1d2a11', 'completed', 'an m r i', 1);
      INSERT INTO feedback (id, job_id, original_text, corrected_text, reviewer)
      VALUES (1, 1, 'an m r i', 'an MRI', 'mina');
      """;

  private SampleRows() {}

  static void insertIntoVersion1(VersionedDatabase database) throws SQLException {
    database.execute(OF_VERSION_1);
  }

  /** Every row with all its columns. */
  static List<String> of(VersionedDatabase database) throws SQLException {
    List<String> rows = new ArrayList<>();
    for (String table : TABLES) {
      rows.addAll(database.rows("SELECT '" + table + "', t FROM " + table + " AS t ORDER BY id"));
    }
    return rows;
  }
}
