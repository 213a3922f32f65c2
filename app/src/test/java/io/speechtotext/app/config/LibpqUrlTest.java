package io.speechtotext.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibpqUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://user:p%40ss@host:5432/db?sslmode=require",
        "postgres://user:p%40ss@host:5432/db?sslmode=require",
        "postgresql+psycopg2://user:p%40ss@host:5432/db?sslmode=require",
        "postgresql+asyncpg://user:p%40ss@host/db?ssl=true",
        "  postgresql://user:p%40ss@host/db?sslmode=require\r\n",
        "postgresql://?user=user&password=p%40ss&host=host&port=5432&dbname=db&sslmode=require",
        "postgresql://x:y@z:1/w?user=user&password=p%40ss&host=host&port=5432&dbname=db&ssl=true",
        "postgresql://user:p%40ss@host:/db?sslmode=disable&ssl%6Dode=require&",
      })
  void allSpellingsOfOneConnectionMeanTheSame(String url) {
    DatabaseSettings settings = parse(url);
    assertThat(settings.jdbcUrl()).isEqualTo("jdbc:postgresql://host:5432/db?sslmode=require");
    assertThat(settings.user()).isEqualTo("user");
    assertThat(settings.password()).isEqualTo("p@ss");
    assertThat(settings).hasToString("DatabaseSettings[user@host:5432/db]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          postgresql://                    | localhost | 5432      | speech_to_text
          postgresql:///                   | localhost | 5432      | speech_to_text
          postgresql://h                   | h         | 5432      | speech_to_text
          postgresql://h/                  | h         | 5432      | speech_to_text
          postgresql://:5433               | localhost | 5433      | speech_to_text
          postgresql:///d                  | localhost | 5432      | d
          postgresql://?host=              | localhost | 5432      | speech_to_text
          postgresql://u@/d                | localhost | 5432      | d
          postgresql://u:p@h?sslmode=allow | h         | 5432      | speech_to_text
          postgresql://%68/d               | h         | 5432      | d
          postgresql://h:%35/d             | h         | 5         | d
          postgresql://10.0.0.7/d          | 10.0.0.7  | 5432      | d
          postgresql://[::1]/d             | [::1]     | 5432      | d
          postgresql://u:p@[::1]:5433/d    | [::1]     | 5433      | d
          postgresql://[fe80::1%25eth0]/d  | [fe80::1%eth0] | 5432 | d
          postgresql:///d?host=::1         | [::1]     | 5432      | d
          postgresql://h1,h2/d             | h1,h2     | 5432,5432 | d
          postgresql://h1:1,h2:2/d         | h1,h2     | 1,2       | d
          postgresql://h1:1,h2/d           | h1,h2     | 1,5432    | d
          postgresql://h1,[::1]:2/d        | h1,[::1]  | 5432,2    | d
          postgresql://h1,,h3/d            | h1,localhost,h3 | 5432,5432,5432 | d
          postgresql:///d?host=h1,h2&port=1 | h1,h2    | 1,1       | d
          postgresql:///d?host=h1,h2&port=1,2 | h1,h2  | 1,2       | d
          postgresql://h/a/b               | h         | 5432      | a/b
          postgresql://h/a%2Fb             | h         | 5432      | a/b
          postgresql://h/a%40b%3F          | h         | 5432      | a@b?
          postgresql://h/a+b%20c#d&e=f     | h         | 5432      | a+b c#d&e=f
          postgresql://h/%D9%BE%25         | h         | 5432      | پ%
          """)
  void theDriverSeesTheServersAndTheDatabase(
      String url, String hosts, String ports, String database) {
    assertThat(DriverView.of(parse(url)).target()).isEqualTo(hosts + " " + ports + " " + database);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          postgresql://h                   | postgres | postgres
          postgresql://@h                  | postgres | postgres
          postgresql://:@h                 | postgres | postgres
          postgresql://:p@h                | postgres | p
          postgresql://h?password=p        | postgres | p
          postgresql://u@h                 | u        | ''
          postgresql://u:@h                | u        | ''
          postgresql://h?user=u            | u        | ''
          postgresql://u:p@h?user=v        | v        | p
          postgresql://u:p@h?password=q%26 | u        | q&
          postgresql://u%40tenant:p@h      | u@tenant | p
          postgresql://me%3Ayou:p@h        | me:you   | p
          """)
  void aPasswordIsOnlyGuessedForTheDefaultUser(String url, String user, String password) {
    assertThat(parse(url).user()).isEqualTo(user);
    assertThat(parse(url).password()).isEqualTo(password);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          p%25p            | p%p
          p%2540p          | p%40p
          p%40p            | p@p
          p%2Fp            | p/p
          p%3Ap            | p:p
          p:p:             | p:p:
          p+p              | p+p
          p%2Bp            | p+p
          p%20p            | p p
          p#p              | p#p
          p?p              | p?p
          p&p=p            | p&p=p
          p,[p];$!'()*"\\\\ | p,[p];$!'()*"\\\\
          password=1       | password=1
          pässwörd         | pässwörd
          p%C3%A4ss        | päss
          %D8%B1%D9%85%D8%B2 | رمز
          %F0%9F%94%91     | 🔑
          """)
  void aPasswordMayHoldAnything(String encoded, String password) {
    DatabaseSettings settings = parse("postgresql://u:" + encoded + "@h:5433/d");
    assertThat(settings.password()).isEqualTo(password);
    assertThat(settings.describe()).isEqualTo("u@h:5433/d");
  }

  private static DatabaseSettings parse(String url) {
    return DatabaseSettings.from(Map.of("DATABASE_URL", url));
  }
}
