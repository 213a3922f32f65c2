package io.speechtotext.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.SpeechToText;
import io.speechtotext.app.SpeechToTextConfig;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, with the signals that they get in production. */
@FromTemplate(MigratedDatabase.class)
class ProcessTest {

  // What SIGTERM ends a process of Java with: 128 + 15.
  private static final int TERMINATED = 143;

  @TempDir private static Path audio;

  private final List<ServiceProcess> processes = new ArrayList<>();
  private ThrowawayDatabase database;

  @BeforeEach
  void use(ThrowawayDatabase copy) {
    database = copy;
  }

  @AfterEach
  void killAll() {
    processes.forEach(ServiceProcess::close);
  }

  @Test
  void finishesItsJobWhenItIsToldToStop() throws Exception {
    ServiceProcess stopped = start(Map.of("MILLIS_PER_WORD", "1000"));
    Client owner = owner(stopped);
    String job = owner.submit("one two three").value("job_id");
    Until.isTrue(() -> owner.get("/jobs/" + job).value("status").equals("processing"));

    assertThat(stopped.terminate()).isEqualTo(TERMINATED);
    assertThat(statusOf(job)).isEqualTo("completed");
  }

  @Test
  void givesBackWhatItCannotFinishInTimeAndAnotherProcessDoesIt() throws Exception {
    ServiceProcess stopped = start(Map.of("MILLIS_PER_WORD", "600000", "STOP_LIMIT_SECONDS", "1"));
    Client owner = owner(stopped);
    String job = owner.submit("endless").value("job_id");
    Until.isTrue(() -> owner.get("/jobs/" + job).value("status").equals("processing"));

    assertThat(stopped.terminate()).isEqualTo(TERMINATED);
    assertThat(statusOf(job)).isEqualTo("pending");
    assertThat(owner.on(start(Map.of()).port()).finished(job).value("status"))
        .isEqualTo("completed");
  }

  @Test
  void takesOverFromAProcessThatWasKilled() throws Exception {
    ServiceProcess killed = start(Map.of("MILLIS_PER_WORD", "600000", "LEASE_SECONDS", "1"));
    Client owner = owner(killed);
    String job = owner.submit("orphan").value("job_id");
    Until.isTrue(() -> owner.get("/jobs/" + job).value("status").equals("processing"));

    killed.close();
    Client other = owner.on(start(Map.of("LEASE_SECONDS", "1", "POLL_SECONDS", "1")).port());
    assertThat(other.finished(job).value("status")).isEqualTo("completed");
  }

  @Test
  void sharesTheWorkWithAnotherProcess() throws Exception {
    Map<String, String> slow = Map.of("MILLIS_PER_WORD", "20", "WORKER_THREADS", "1");
    ServiceProcess one = start(with(slow, "WORKER_NAME", "one"));
    ServiceProcess two = start(with(slow, "WORKER_NAME", "two"));
    Client owner = owner(one);
    Client elsewhere = owner.on(two.port());

    List<String> jobs = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      jobs.add((i % 2 == 0 ? owner : elsewhere).submit("a few words").value("job_id"));
    }
    for (String job : jobs) {
      assertThat(owner.finished(job).value("status")).isEqualTo("completed");
    }
    assertThat(query("SELECT DISTINCT worker FROM jobs WHERE worker IN ('one', 'two')")).hasSize(2);
    assertThat(query("SELECT job_id FROM jobs WHERE worker IN ('one', 'two') AND attempts <> 1"))
        .isEmpty();
  }

  @Test
  void makesTheFirstKeyOnTheCommandLine() throws Exception {
    try (ServiceProcess command =
        ServiceProcess.start(environment(Map.of()), "create-key", "first", "--admin")) {
      assertThat(command.exitCode()).isZero();
    }
    try (ServiceProcess again =
        ServiceProcess.start(environment(Map.of()), "create-key", "first")) {
      assertThat(again.exitCode()).isEqualTo(1);
    }
    try (ServiceProcess mistyped = ServiceProcess.start(environment(Map.of()), "create-kay")) {
      assertThat(mistyped.exitCode()).isEqualTo(2);
    }
  }

  @Test
  void endsWhenItCannotStart() throws Exception {
    Map<String, String> mistyped = environment(Map.of("WORKER_THREADS", "many"));
    try (ServiceProcess process = ServiceProcess.start(mistyped)) {
      assertThat(process.exitCode()).isEqualTo(1);
    }
    ServiceProcess running = start(Map.of());
    String taken = Integer.toString(running.port());
    try (ServiceProcess process = ServiceProcess.start(environment(Map.of("PORT", taken)))) {
      assertThat(process.exitCode()).isEqualTo(1);
    }
  }

  private ServiceProcess start(Map<String, String> variables) throws IOException {
    ServiceProcess process = ServiceProcess.start(environment(variables));
    processes.add(process);
    return process;
  }

  private Map<String, String> environment(Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(TestService.environment(database, audio));
    all.putAll(variables);
    return all;
  }

  private static Map<String, String> with(Map<String, String> some, String name, String value) {
    Map<String, String> more = new HashMap<>(some);
    more.put(name, value);
    return more;
  }

  private Client owner(ServiceProcess process) {
    try (SpeechToText data = SpeechToText.open(SpeechToTextConfig.from(environment(Map.of())))) {
      String key = data.apiKeys().create(TestService.anyKey()).plaintext().reveal();
      return Client.anonymous(process.port()).withKey(key);
    }
  }

  private String statusOf(String job) throws SQLException {
    return query("SELECT status FROM jobs WHERE job_id = '%s'".formatted(job)).get(0);
  }

  private List<String> query(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
