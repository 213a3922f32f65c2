package io.speechtotext.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class ErrorsTest extends ServiceTest {

  @Test
  void areNamedSoThatTheyCanBeFoundInTheLog() throws Exception {
    Answer named = service().anybody().with("X-Request-Id", "ticket-42").get("/key");
    assertThat(named.header("X-Request-Id")).hasValue("ticket-42");
    assertThat(named.value("request_id")).isEqualTo("ticket-42");

    Answer forged = service().anybody().with("X-Request-Id", "a b;c").get("/key");
    assertThat(forged.value("request_id")).isNotEqualTo("a b;c").hasSize(36);
  }

  @Test
  void sayNothingOfTheInside(ThrowawayDatabase copy) throws Exception {
    Client owner = service().owner();
    try (Connection connection = copy.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE jobs RENAME TO jobs_of_another_release");
      Answer failed = owner.fetch("/jobs");
      assertThat(failed.status()).isEqualTo(500);
      assertThat(failed.header("Content-Type").orElseThrow())
          .startsWith("application/problem+json");
      assertThat(failed.json().has("detail")).isFalse();
      assertThat(failed.text()).doesNotContain("jobs", "SELECT", "exception", "42P01");
      statement.execute("ALTER TABLE jobs_of_another_release RENAME TO jobs");
    }
  }

  @Test
  void areProblemsAlsoWhereThereIsNoRoute() throws Exception {
    Answer nowhere = service().anybody().fetch("/nowhere");
    assertThat(nowhere.status()).isEqualTo(404);
    assertThat(nowhere.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
    Answer notSo = service().owner().fetch("DELETE", "/key");
    assertThat(notSo.status()).isEqualTo(405);
    assertThat(notSo.header("Allow")).hasValue("GET");
  }
}
