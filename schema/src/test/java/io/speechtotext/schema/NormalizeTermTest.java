package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same on every version of the server: what it returned is stored and compared for years. */
@FromTemplate(MigratedSchema.class)
class NormalizeTermTest {

  private final Connection connection;

  NormalizeTermTest(ThrowawayDatabase database) throws SQLException {
    connection = database.connect();
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  @ParameterizedTest(name = "{index} {0}")
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "plain,plain",
        " MRI  Scan ,mri scan",
        "\t a \u00a0\u2003 \u3000 b \u0085,a b",
        // Arabic yeh, alef maksura and kaf; heh with yeh above, composed and not.
        "\u0639\u0644\u064a,\u0639\u0644\u06cc",
        "\u0639\u0644\u0649,\u0639\u0644\u06cc",
        "\u0643\u062a\u0627\u0628,\u06a9\u062a\u0627\u0628",
        "\u062e\u0627\u0646\u06c0,\u062e\u0627\u0646\u0647",
        "\u062e\u0627\u0646\u0647\u0654,\u062e\u0627\u0646\u0647",
        // Non-joiner, tatweel, marks of direction, byte order mark, soft hyphen.
        "\u0645\u06cc\u200c\u0631\u0648\u0645,\u0645\u06cc\u0631\u0648\u0645",
        "\u06a9\u0640\u0640\u062a,\u06a9\u062a",
        "\u200f\u202ba\u202c\ufeff\u2066b\u2069\u00ad,ab",
        // Lower case of no language: two characters for a capital that has a dot.
        "\u00c4\u00d6\u1e9e,\u00e4\u00f6\u00df",
        "\u0130I\u0131,i\u0307i\u0131",
        "\u039f\u0394\u039f\u03a3,\u03bf\u03b4\u03bf\u03c2",
        "\ud801\udc00,\ud801\udc28",
        // Other letters and marks stay: these are other words.
        "\u0622\u0626\u0629\u06d2,\u0622\u0626\u0629\u06d2",
        "100%_\\,100%_\\"
      })
  void aTermHasOneForm(String term, String form) throws SQLException {
    assertThat(normalized(term)).isEqualTo(form);
    assertThat(normalized(form)).as("the form of the form").isEqualTo(form);
  }

  @Test
  void whatHoldsNothingThatIsSeenIsBlank() throws SQLException {
    assertThat(normalized(" \u200b\u200c\u200d\u00a0\u2028\u0640 ")).isEmpty();
  }

  /** A lexicon's forms must not change with the server, or its terms are not found any more. */
  @Test
  void everyCharacterOfTheLanguagesAtHandHasTheFormThatItHadBefore() throws SQLException {
    String latinToArabic =
        "SELECT md5(string_agg(normalize_term('x' || chr(i) || 'y'), '' ORDER BY i))"
            + " FROM generate_series(1, 1791) AS i";
    assertThat(Rows.of(connection, latinToArabic))
        .containsExactly("ab50b890933510df9ce7f6377c0f72ea");
  }

  private String normalized(String term) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT normalize_term(?)")) {
      statement.setString(1, term);
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getString(1);
      }
    }
  }
}
