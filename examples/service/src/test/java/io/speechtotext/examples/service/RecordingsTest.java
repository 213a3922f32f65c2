package io.speechtotext.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.examples.service.transcription.ReadAloud;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FromTemplate(MigratedDatabase.class)
class RecordingsTest {

  @TempDir private Path audio;

  @Test
  void areRemovedOnceTheyWereKeptLongEnough(ThrowawayDatabase copy) throws Exception {
    try (TestService service = start(copy, Map.of("AUDIO_RETENTION_HOURS", "2"))) {
      Client owner = service.owner();
      String old = owner.submit("old").value("job_id");
      String young = owner.submit("young").value("job_id");
      owner.finished(old);
      owner.finished(young);
      assertThat(names()).containsExactlyInAnyOrder(old + ".txt", young + ".txt");

      age(copy, old, "3 hours");
      try (TestService next = start(copy, Map.of("AUDIO_RETENTION_HOURS", "2"))) {
        Until.isTrue(() -> names().equals(List.of(young + ".txt")));
        Answer job = owner.on(next.port()).get("/jobs/" + old);
        assertThat(job.value("processed_text")).isEqualTo("old");
      }
    }
  }

  @Test
  void areRefusedWhenTheyAreTooLarge(ThrowawayDatabase copy) throws Exception {
    try (TestService service = start(copy, Map.of("MAXIMUM_UPLOAD_MIB", "1"))) {
      Client owner = service.owner();
      assertThat(owner.submit("x".repeat((1 << 20) + 1)).status()).isEqualTo(413);
      assertThat(owner.submit("x".repeat(1 << 20)).status()).isEqualTo(202);
      assertThat(owner.submit("x".repeat(3 << 20)).status()).isEqualTo(413);
    }
  }

  @Test
  void areKnownByTheirJobsAndNotByWhatClientsCallThem(ThrowawayDatabase copy) throws Exception {
    try (TestService service = start(copy, Map.of())) {
      Client owner = service.owner();
      Answer submitted = owner.submit("../../etc/pass wd.TXT", "text", Map.of());
      assertThat(owner.finished(submitted.value("job_id")).value("processed_text"))
          .isEqualTo("text");
      assertThat(names()).contains(submitted.value("job_id") + ".txt");
    }
  }

  private TestService start(ThrowawayDatabase copy, Map<String, String> variables)
      throws IOException {
    return TestService.start(copy, audio, new ReadAloud(Duration.ZERO), variables);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(audio)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  // Not under the eyes of the workers: their clock is the database's.
  private static void age(ThrowawayDatabase copy, String job, String interval) throws Exception {
    try (Connection connection = copy.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          UPDATE jobs
          SET created_at = created_at - interval '%1$s', started_at = started_at - interval '%1$s',
              completed_at = completed_at - interval '%1$s'
          WHERE job_id = '%2$s'
          """
              .formatted(interval, job));
    }
  }
}
