package io.speechtotext.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.PGProperty;

class LibpqParametersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application_name=stt%20worker+1     | ApplicationName    | stt worker+1
          application_name=me@host            | ApplicationName    | me@host
          channel_binding=require             | channelBinding     | require
          client_encoding=utf8                | client_encoding    | unset
          client_encoding=UTF-8               | client_encoding    | unset
          connect_timeout=5                   | connectTimeout     | 5
          connect_timeout=0                   | connectTimeout     | 0
          connect_timeout=-1                  | connectTimeout     | 0
          connect_timeout=5&connect_timeout=6 | connectTimeout     | 6
          gssencmode=disable                  | gssEncMode         | disable
          gsslib=gssapi                       | gsslib             | gssapi
          keepalives=0                        | tcpKeepAlive       | false
          keepalives=1                        | tcpKeepAlive       | true
          krbsrvname=pg                       | kerberosServerName | pg
          load_balance_hosts=random           | loadBalanceHosts   | true
          load_balance_hosts=disable          | loadBalanceHosts   | false
          options=-c%20geqo%3Doff             | options            | -c geqo=off
          require_auth=scram-sha-256,md5      | requireAuth        | scram-sha-256,md5
          require_auth=!password              | requireAuth        | !password
          sslcert=/etc/client.crt             | sslcert            | /etc/client.crt
          sslkey=/etc/client.key              | sslkey             | /etc/client.key
          sslmode=verify-full                 | sslmode            | verify-full
          sslnegotiation=direct               | sslNegotiation     | direct
          sslrootcert=/etc/ca.crt             | sslrootcert        | /etc/ca.crt
          ssl=true                            | sslmode            | require
          target_session_attrs=any            | targetServerType   | any
          target_session_attrs=read-write     | targetServerType   | primary
          target_session_attrs=primary        | targetServerType   | primary
          target_session_attrs=read-only      | targetServerType   | secondary
          target_session_attrs=standby        | targetServerType   | secondary
          target_session_attrs=prefer-standby | targetServerType   | preferSecondary
          """)
  void eachParameterBecomesTheDriversProperty(String query, String property, String value) {
    assertThat(viewOf(query).get(property)).isEqualTo(value);
  }

  @Test
  void theDriverKnowsEveryPropertyThatParametersBecome() {
    Set<String> known =
        Stream.of(PGProperty.values()).map(PGProperty::getName).collect(Collectors.toSet());
    assertThat(LibpqParameter.values())
        .extracting(LibpqParameter::property)
        .filteredOn(property -> !property.isEmpty())
        .allMatch(known::contains);
  }

  @Test
  void requiringTlsWithARootCertificateVerifiesItAsLibpqDoes() {
    assertThat(viewOf("sslrootcert=/ca.crt&sslmode=require").get("sslmode")).isEqualTo("verify-ca");
    assertThat(viewOf("sslrootcert=/ca.crt&sslmode=prefer").get("sslmode")).isEqualTo("prefer");
    assertThat(viewOf("sslmode=require").get("sslmode")).isEqualTo("require");
  }

  @Test
  void theRootCertificateSystemIsTheTrustStoreOfThePlatform() {
    DriverView view = viewOf("sslrootcert=system");
    assertThat(view.get("sslfactory")).isEqualTo("org.postgresql.ssl.DefaultJavaSSLFactory");
    assertThat(view.get("sslmode")).isEqualTo("verify-full");
    assertThat(view.get("sslrootcert")).isEqualTo("unset");
  }

  private static DriverView viewOf(String query) {
    return DriverView.of(
        DatabaseSettings.from(Map.of("DATABASE_URL", "postgresql://u:p@h/d?" + query)));
  }
}
