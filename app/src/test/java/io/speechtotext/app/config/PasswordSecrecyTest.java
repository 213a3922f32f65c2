package io.speechtotext.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a URL, what it says about itself holds no piece of the password. */
class PasswordSecrecyTest {
  private static final String ENCODED = "s3cr3t%40p4ssw0rd";

  /** Long enough to be no accident, short enough to find a password that noise was put into. */
  private static final int PIECE_LENGTH = 4;

  private static final Set<String> PIECES = pieces();
  private static final List<String> NOISE =
      List.of(
          "", "@", ":", "/", "//", "?", "#", "&", "=", "%", "%zz", "%00", "+", ",", "[", "]", " ",
          "é", "x", "1", "\n", "&x=", "@h/", ":1/");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://user:" + ENCODED + "@host:5432/db?sslmode=require",
        "postgresql+psycopg2://user:" + ENCODED + "@h1:5432,[::1]:5433/db",
        "postgresql://host/db?user=user&password=" + ENCODED + "&sslmode=require",
        "postgresql://host/db?sslkey=/key&sslpassword=" + ENCODED,
        "jdbc:postgresql://host:5432/db?user=user&password=" + ENCODED,
        "jdbc:postgresql://host/db?password=" + ENCODED + "&ssl=true&ApplicationName=me",
        "jdbc:postgresql://host/db?sslpassword=" + ENCODED + "&user=me",
        "jdbc:postgresql://user:" + ENCODED + "@host/db",
        "jdbc:mysql://user:" + ENCODED + "@host/db",
        "user:" + ENCODED + "@host:5432/db",
        "host=host password=" + ENCODED + " dbname=db",
      })
  void noMutationOfAUrlMakesItsPasswordVisible(String url) {
    mutations(url).forEach(mutant -> assertSecret(Map.of("DATABASE_URL", mutant)));
  }

  @ParameterizedTest
  @CsvSource({"DB_HOST, /tmp", "DB_HOST, h:1", "DB_PORT, x", "DB_NAME, d", "DATABASE_URL, x"})
  void noOtherVariableMakesThePasswordVisible(String variable, String value) {
    assertSecret(Map.of("DB_PASSWORD", ENCODED, variable, value));
  }

  private static Stream<String> mutations(String url) {
    return IntStream.rangeClosed(0, url.length())
        .boxed()
        .flatMap(
            at -> {
              String head = url.substring(0, at);
              String tail = url.substring(at);
              String shorterTail = tail.substring(Math.min(1, tail.length()));
              return Stream.concat(
                  Stream.of(head, tail),
                  NOISE.stream().flatMap(n -> Stream.of(head + n + tail, head + n + shorterTail)));
            });
  }

  private static void assertSecret(Map<String, String> environment) {
    String shown = everythingShown(environment);
    assertThat(PIECES).as(() -> "shown of " + environment).noneMatch(shown::contains);
  }

  private static String everythingShown(Map<String, String> environment) {
    try {
      DatabaseSettings settings = DatabaseSettings.from(environment);
      // With its separator gone, a password is a piece of the user name; and those are shown.
      String user = Setting.printable(settings.user());
      return (settings + settings.describe() + settings.jdbcUrl()).replace(user + "@", "@");
    } catch (ConfigurationException e) {
      assertThat(e).hasNoCause().hasNoSuppressedExceptions();
      return e + e.problem() + e.value() + e.nextStep();
    }
  }

  private static Set<String> pieces() {
    return Stream.of(ENCODED.split("%40"))
        .flatMap(
            word ->
                IntStream.rangeClosed(0, word.length() - PIECE_LENGTH)
                    .mapToObj(i -> word.substring(i, i + PIECE_LENGTH)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
