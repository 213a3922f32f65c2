package io.speechtotext.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationExceptionTest {
  private static final String HIDDEN = "(not shown, it may hold a password)";

  @Test
  void theMessageSaysVariableRuleValueAndNextStep() {
    ConfigurationException e = refusal("DATABASE_URL", "postgresql://u:p@h:54e2/d");
    assertThat(e.variable()).isEqualTo("DATABASE_URL");
    assertThat(e.problem()).isEqualTo("port must be a whole number from 1 to 65535");
    assertThat(e.value()).isEqualTo("\"54e2\"");
    assertThat(e.nextStep()).startsWith("Write host:5432");
    assertThat(e)
        .hasMessage("DATABASE_URL: " + e.problem() + ": " + e.value() + ". " + e.nextStep() + ".")
        .hasNoCause();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          DB_PASSWORD | p�         | value must be readable in the locale | hidden
          DATABASE_URL | postgresql://h/� | value must be readable in the locale | hidden
          DB_HOST | u:p@h              | host must be a host name           | hidden
          DB_PORT | 0                  | port must be a whole number        | "0"
          DB_PORT | 65536              | port must be a whole number        | "65536"
          DB_PORT | 99999999999        | port must be a whole number        | "99999999999"
          DB_PORT | ٥٤٣٢               | port must be a whole number        | "٥٤٣٢"
          DB_PORT | 1,2                | port must be one for all hosts     | "1,2"
          DB_HOST | /var/run           | host must not be a Unix socket     | "/var/run"
          DB_HOST | h:5432             | host must be a host name           | "h:5432"
          DB_HOST | db:5432            | host must be a host name           | "db:5432"
          DB_HOST | h/d?sslmode=x      | host must be a host name           | "h/d?sslmode=x"
          """)
  void aBadVariableIsNamed(String variable, String text, String problem, String value) {
    ConfigurationException e = refusal(variable, text);
    assertThat(e.variable()).isEqualTo(variable);
    assertThat(e.problem()).startsWith(problem);
    assertThat(e.value()).isEqualTo(value.equals("hidden") ? HIDDEN : value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          u:p@h:x/d                    | port must be a whole number           | "x"
          u:p@h:0/d                    | port must be a whole number           | "0"
          u:p@h:65536/d                | port must be a whole number           | "65536"
          u:p@::1/d                    | port must be a whole number           | ":1"
          h:x/d                        | port must be a whole number           | hidden
          u:p@h1:1,h2:2,h3:3/d?port=1,2 | port must be one for all hosts, or one for each of the 3 | "1,2"
          u:p@h_1!/d                   | host must be a host name              | "h_1!"
          [::1/d                       | host must be a host name              | "["
          []/d                         | host must be a host name              | "[]"
          [::1]x/d                     | host must be a host name              | "[::1]x"
          h%40i/d                      | host must be a host name              | hidden
          %2Fvar%2Frun/d               | host must not be a Unix socket        | "/var/run"
          /d?host=/var/run/postgresql  | host must not be a Unix socket        | "/var/run/postgresql"
          u:p@q@h/d                    | URL must not have a literal @         | hidden
          u:p/q@h/d                    | URL must not have a literal @         | hidden
          u:p@h/d@e                    | URL must not have a literal @         | hidden
          h/dpassword=p                | URL must not have a literal @         | hidden
          u:p q@h/d                    | URL must not hold blanks              | hidden
          u:p%zz@h/d                   | password must have two hexadecimal    | hidden
          u:p%4@h/d                    | password must have two hexadecimal    | hidden
          u:p%@h/d                     | password must have two hexadecimal    | hidden
          u:p%00@h/d                   | password must not hold %00            | hidden
          u:p%E9@h/d                   | password must be UTF-8                | hidden
          u%:p@h/d                     | user must have two hexadecimal        | hidden
          h/d%g0                       | dbname must have two hexadecimal      | hidden
          h%/d                         | host must have two hexadecimal        | hidden
          h:%/d                        | port must have two hexadecimal        | hidden
          h/d?options=%                | parameter 1 must have two hexadecimal | hidden
          h/d?opt%ions=a               | parameter 1 must have two hexadecimal | hidden
          h/d?sslmode                  | parameter 1 must be keyword=value     | hidden
          h/d?sslmode=a=b              | parameter 1 must be keyword=value     | hidden
          h/d?&sslmode=require         | parameter 1 must be keyword=value     | hidden
          h/d?ssl=true&sslmod=require  | parameter 2 must be one that the JDBC driver can follow: application_name, | "sslmod"
          h/d?SSLMODE=require          | parameter 1 must be one that          | "SSLMODE"
          h/d?keepalives_idle=1        | parameter 1 must be one that          | "keepalives_idle"
          h/d?service=x                | parameter 1 must be one that          | "service"
          h/d?prepareThreshold=0       | parameter 1 must be one that          | "prepareThreshold"
          h/d?password=p&x=1           | parameter 2 must be one that          | hidden
          h/d?sslmode=requier          | parameter 1 (sslmode) must be one of [disable, allow, prefer, | "requier"
          h/d?sslmode=                 | parameter 1 (sslmode) must be one of  | ""
          h/d?channel_binding=no       | parameter 1 (channel_binding) must be one of | "no"
          h/d?keepalives=2             | parameter 1 (keepalives) must be one of [0, 1] | "2"
          h/d?target_session_attrs=x   | parameter 1 (target_session_attrs) must be one of [any, | "x"
          h/d?client_encoding=latin1   | parameter 1 (client_encoding) must be one of | "latin1"
          h/d?connect_timeout=5s       | parameter 1 (connect_timeout) must be whole seconds | "5s"
          h/d?connect_timeout=2147484  | parameter 1 (connect_timeout) must be whole seconds | "2147484"
          h/d?require_auth=md5,magic   | parameter 1 (require_auth) must be one of | "md5,magic"
          h/d?sslmode=require&sslrootcert=system | parameter 1 must not weaken | "require"
          """)
  void aBadLibpqUrlIsExplained(String rest, String problem, String value) {
    ConfigurationException e = refusal("DATABASE_URL", "postgresql://" + rest);
    assertThat(e.problem()).startsWith(problem);
    assertThat(e.value()).isEqualTo(value.equals("hidden") ? HIDDEN : value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          //h                      | URL must have a form that            | hidden
          /d                       | URL must have a form that            | hidden
          //h/a/b                  | URL must have a form that            | hidden
          //u:p@h/d                | URL must not have a literal @        | hidden
          //h:x/d                  | port must be a whole number          | hidden
          //h /d                   | host must be a host name             | "h "
          //h%41/d                 | host must be a host name             | "h%41"
          //h/d?host=/tmp          | host must not be a Unix socket       | "/tmp"
          //h/d?sslmod=require     | parameter 1 must be a property of    | "sslmod"
          //h/d?SSLMODE=require    | parameter 1 must be a property of    | "SSLMODE"
          //h/d?service=x          | parameter 1 must be a property of    | "service"
          //h/d?ssl&bogus          | parameter 2 must be a property of    | hidden
          //h/d?sslmode=x          | parameter 1 (sslmode) must be one of | "x"
          //h/d?autosave=x         | parameter 1 (autosave) must be one of [always, | "x"
          //h/d?options=%zz        | parameter 1 must have two hexadecimal | hidden
          //h/d?user=upassword=p   | parameter 1 must not run into        | hidden
          """)
  void aBadJdbcUrlIsExplained(String rest, String problem, String value) {
    ConfigurationException e = refusal("DATABASE_URL", "jdbc:postgresql:" + rest);
    assertThat(e.problem()).startsWith(problem);
    assertThat(e.value()).isEqualTo(value.equals("hidden") ? HIDDEN : value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          mysql://u:p@h/d          | "mysql"
          jdbc:mysql://h/d         | "jdbc:mysql"
          POSTGRESQL://h/d         | "POSTGRESQL"
          postgresql+://h/d        | "postgresql+"
          JDBC:postgresql://h/d    | hidden
          postgresql:/u:p@h/d      | hidden
          u:p@h/d                  | hidden
          u:p://h/d                | hidden
          host=h dbname=d          | hidden
          """)
  void anUnknownSchemeIsExplained(String url, String value) {
    ConfigurationException e = refusal("DATABASE_URL", url);
    assertThat(e.problem()).startsWith("scheme must be postgresql, postgres,");
    assertThat(e.value()).isEqualTo(value.equals("hidden") ? HIDDEN : value);
  }

  @Test
  void aShownValueCannotForgeALineOfTheLog() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> DatabaseSettings.from(Map.of("DB_HOST", "h\n2026 INFO all is well")))
        .withMessageContaining("\"h\\u{a}2026 INFO all is well\"");
  }

  private static ConfigurationException refusal(String variable, String text) {
    return assertThatExceptionOfType(ConfigurationException.class)
        .as(text)
        .isThrownBy(() -> DatabaseSettings.from(Map.of(variable, text)))
        .actual();
  }
}
