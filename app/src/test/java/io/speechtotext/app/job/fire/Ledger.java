package io.speechtotext.app.job.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the database says of the jobs, and a note of its own for each that ends. */
final class Ledger {

  static final int API_KEY = 1;

  private static final String NOTE_EACH_END =
      """
      INSERT INTO api_keys (id, key_hash, name) VALUES (1, 'hash', 'client');
      CREATE TABLE endings (job_id integer, status text);
      GRANT INSERT ON endings TO PUBLIC;
      CREATE FUNCTION note_end() RETURNS trigger LANGUAGE plpgsql AS $note_end$
      BEGIN
        INSERT INTO endings VALUES (NEW.id, NEW.status);
        RETURN NULL;
      END
      $note_end$;
      CREATE TRIGGER note_end AFTER UPDATE ON jobs
        FOR EACH ROW WHEN (NEW.status IN ('completed', 'failed') AND NEW.status <> OLD.status)
        EXECUTE FUNCTION note_end();
      """;

  private final ThrowawayDatabase database;

  Ledger(ThrowawayDatabase database) {
    this.database = database;
  }

  void begin() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(NOTE_EACH_END);
    }
  }

  /** How many jobs have ended; none, while the server does not answer. */
  long ended() {
    try {
      return Long.parseLong(
          rows("SELECT count(*) FROM jobs WHERE status IN ('completed', 'failed')").get(0));
    } catch (SQLException e) {
      return 0;
    }
  }

  void assertThatAllHaveEndedOnce(int jobs) throws SQLException {
    int unreadable = jobs / 50;
    assertThat(rows("SELECT status, error_code, count(*) FROM jobs GROUP BY 1, 2 ORDER BY 1"))
        .containsExactly(
            "completed|null|" + (jobs - unreadable), "failed|unreadable|" + unreadable);
    assertThat(rows("SELECT status, count(*), count(DISTINCT job_id) FROM endings GROUP BY 1"))
        .containsExactlyInAnyOrder(
            "completed|%1$d|%1$d".formatted(jobs - unreadable),
            "failed|%1$d|%1$d".formatted(unreadable));
    assertThat(
            rows(
                "SELECT status, sum(change) FROM job_status_changes GROUP BY 1"
                    + " HAVING sum(change) <> 0 ORDER BY 1"))
        .containsExactly("completed|" + (jobs - unreadable), "failed|" + unreadable);
  }

  private List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        StringBuilder line = new StringBuilder(String.valueOf(row.getString(1)));
        for (int i = 2; i <= row.getMetaData().getColumnCount(); i++) {
          line.append('|').append(row.getString(i));
        }
        rows.add(line.toString());
      }
    }
    return rows;
  }
}
