package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writers as the old service was: they forget updated_at, or write a time without a zone. */
@FromTemplate(MigratedSchema.class)
class UpdatedAtTest {

  private static final String OLD_ROWS =
      """
      INSERT INTO api_keys (id, key_hash, name, updated_at)
      VALUES (1, 'digest', 'badminton club', '2020-01-01 00:00:00+00');
      INSERT INTO lexicon_terms (lexicon_id, term, normalized_term, replacement, updated_at)
      VALUES ('general', 'mri', 'mri', 'MRI', '2020-01-01 00:00:00+00');
      INSERT INTO jobs (id, job_id, status, updated_at)
      VALUES (1, '5f0c9a52-3f0e-4d7e-9b57-0c6f5b1d2a11', 'pending', '2020-01-01 00:00:00+00');
      INSERT INTO feedback (job_id, original_text, corrected_text, updated_at)
      VALUES (1, 'an m r i', 'an MRI', '2020-01-01 00:00:00+00');
      """;

  private final Connection connection;

  UpdatedAtTest(ThrowawayDatabase copy) throws SQLException {
    connection = copy.connect();
  }

  @BeforeEach
  void insertOldRowsInATransactionInTehran() throws SQLException {
    connection.setAutoCommit(false);
    execute("SET LOCAL TIME ZONE 'Asia/Tehran'");
    execute(OLD_ROWS);
  }

  @AfterEach
  void rollBack() throws SQLException {
    try (connection) {
      connection.rollback();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "api_keys, description = 'wards'",
    "api_keys, is_active = false",
    "api_keys, is_admin = true",
    "api_keys, rate_limit = 7",
    "api_keys, key_hash = 'another'",
    "lexicon_terms, category = 'radiology'",
    "jobs, language = 'fa'",
    "feedback, review_notes = 'yes'"
  })
  void aChangeIsDatedByTheDatabasesClock(String table, String change) throws SQLException {
    execute("UPDATE " + table + " SET " + change);
    assertThat(isDatedNow(table)).isEqualTo("t");
    execute("UPDATE %s SET %s, updated_at = timezone('UTC', now())".formatted(table, change));
    assertThat(isDatedNow(table)).as("what a writer says does not count").isEqualTo("t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "last_used_at = now()",
        "last_used_at = timezone('UTC', now()), updated_at = timezone('UTC', now())",
        "updated_at = now()",
        "key_digest = sha256('x'), key_prefix = 'x'"
      })
  void theUseOfAKeyIsNoChangeAlsoWhereTheOldServiceSaysSo(String use) throws SQLException {
    execute("UPDATE api_keys SET " + use);
    assertThat(Rows.of(connection, "SELECT timezone('UTC', updated_at) FROM api_keys"))
        .containsExactly("2020-01-01 00:00:00");
  }

  private String isDatedNow(String table) throws SQLException {
    return String.join(", ", Rows.of(connection, "SELECT updated_at = now() FROM " + table));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
