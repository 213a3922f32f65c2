package io.speechtotext.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql:d",
        "jdbc:postgresql:a/b",
        "jdbc:postgresql://:5433/d",
        "jdbc:postgresql://h/d",
        "jdbc:postgresql://h:5433/d",
        "jdbc:postgresql://[::1]/d",
        "jdbc:postgresql://[::1]:5433/d",
        "jdbc:postgresql://h1,h2:5433/d",
        "jdbc:postgresql://h1:1,[::1]:2/d",
        "jdbc:postgresql://h/a%2Fb",
        "jdbc:postgresql://h/a+b%2Bc",
        "jdbc:postgresql://h/%D9%BE",
        "jdbc:postgresql://h/d?host=x&port=2&dbname=z",
        "jdbc:postgresql://h/d?PGHOST=x&PGPORT=2&PGDBNAME=z",
        "jdbc:postgresql://h/d?Host=a,b&Port=1,2",
        "jdbc:postgresql://h/d?ssl",
        "jdbc:postgresql://h/d?&ssl=&",
        "jdbc:postgresql://h/d?options=-c a=b -c%20c=d",
        "jdbc:postgresql://h/d?ApplicationName=a+b%2Bc%26d&sslmode=REQUIRE&prepareThreshold=0",
        "jdbc:postgresql://h/d?sslmode=disable&sslmode=require",
        "jdbc:postgresql://h/d?targetServerType=preferSlave&socketTimeout=30",
      })
  void theDriverReadsTheNormalisedUrlAsItWouldHaveReadTheOriginal(String url) {
    assertThat(DriverView.of(parse(url))).isEqualTo(DriverView.of(url));
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql:,      localhost, speech_to_text",
    "jdbc:postgresql://,    localhost, speech_to_text",
    "jdbc:postgresql:///,   localhost, speech_to_text",
    "jdbc:postgresql:///d,  localhost, d",
    "jdbc:postgresql://h/,  h,         speech_to_text",
    "jdbc:postgresql:?ssl,  localhost, speech_to_text",
  })
  void whatIsMissingHasItsProductionDefault(String url, String host, String database) {
    assertThat(DriverView.of(parse(url)).target()).isEqualTo(host + " 5432 " + database);
    assertThat(parse(url).user()).isEqualTo("postgres");
    assertThat(parse(url).password()).isEqualTo("postgres");
  }

  @Test
  void userAndPasswordAreTakenOutAndDecodedAsTheDriverDecodesThem() {
    String url = "jdbc:postgresql://h/d?user=a+b%40c&sslmode=require&password=p%2Bq+%C3%A9=%25";
    DatabaseSettings settings = parse(url);
    assertThat(settings.jdbcUrl()).isEqualTo("jdbc:postgresql://h:5432/d?sslmode=require");
    Properties original = DriverView.of(url).properties();
    assertThat(settings.user()).isEqualTo("a b@c").isEqualTo(original.getProperty("user"));
    assertThat(settings.password())
        .isEqualTo("p+q é=%")
        .isEqualTo(original.getProperty("password"));
  }

  @Test
  void theKeysPasswordIsTakenOutToo() {
    DatabaseSettings settings = parse("jdbc:postgresql://h/d?sslpassword=s3cr3t&ssl=true");
    assertThat(settings.jdbcUrl()).isEqualTo("jdbc:postgresql://h:5432/d?ssl=true");
    assertThat(settings.secretProperties()).containsExactly(Map.entry("sslpassword", "s3cr3t"));
  }

  private static DatabaseSettings parse(String url) {
    return DatabaseSettings.from(Map.of("DATABASE_URL", url));
  }
}
