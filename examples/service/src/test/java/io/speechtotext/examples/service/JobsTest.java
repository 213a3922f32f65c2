package io.speechtotext.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JobsTest extends ServiceTest {

  @Test
  void turnsARecordingIntoTextByTheLexiconThatWasAskedFor() throws Exception {
    service()
        .admin()
        .post(
            "/lexicons/radiology/import",
            "application/json",
            "[{\"term\":\"em are eye\",\"replacement\":\"MRI\"},{\"term\":\"eye\",\"replacement\":\"I\"}]");

    Client owner = service().owner();
    Answer submitted =
        owner.submit(
            "dictation.txt",
            "The Em  are eye shows an eye, not eyes.",
            Map.of("lexicon_id", "radiology", "language", "en"));
    assertThat(submitted.status()).isEqualTo(202);
    assertThat(submitted.value("status")).isEqualTo("pending");
    assertThat(submitted.header("Location")).hasValue("/jobs/" + submitted.value("job_id"));

    Answer job = owner.finished(submitted.value("job_id"));
    assertThat(job.value("status")).isEqualTo("completed");
    assertThat(job.value("original_text")).isEqualTo("The Em  are eye shows an eye, not eyes.");
    assertThat(job.value("processed_text")).isEqualTo("The MRI shows an I, not eyes.");
    assertThat(job.value("correction_count")).isEqualTo("2");
    assertThat(job.value("lexicon_version")).isEqualTo("1");
    assertThat(job.value("filename")).isEqualTo("dictation.txt");
  }

  @Test
  void seesALexiconThatHasChangedSinceTheLastJob() throws Exception {
    Client admin = service().admin();
    admin.post("/lexicons/general/import", "text/csv", "term,replacement\nfoo,bar\n");
    assertThat(textOf(admin, "foo")).isEqualTo("bar");

    admin.post("/lexicons/general/import", "text/csv", "term,replacement\nfoo,baz\n");
    assertThat(textOf(admin, "foo")).isEqualTo("baz");
  }

  private static String textOf(Client client, String spoken) throws Exception {
    return client.finished(client.submit(spoken).value("job_id")).value("processed_text");
  }

  @Test
  void saysHonestlyThatItHasNoModel() throws Exception {
    Client owner = service().owner();
    Answer submitted = owner.submit("speech.wav", "RIFF", Map.of());
    Answer job = owner.finished(submitted.value("job_id"));
    assertThat(job.value("status")).isEqualTo("failed");
    assertThat(job.value("error_code")).isEqualTo("model_missing");
    assertThat(job.json().has("original_text")).isFalse();
  }

  @Test
  void makesOneJobOfARequestThatIsRepeated() throws Exception {
    Client owner = service().owner().with("Idempotency-Key", "visit 4711");
    int before = recordings();
    Answer first = owner.submit("once");
    Answer second = owner.submit("once");
    assertThat(List.of(first.status(), second.status())).containsExactly(202, 200);
    assertThat(second.value("job_id")).isEqualTo(first.value("job_id"));
    assertThat(owner.get("/jobs").json().path("items")).hasSize(1);
    assertThat(recordings()).isEqualTo(before + 1);
  }

  private static int recordings() throws IOException {
    try (Stream<Path> files = Files.list(audio)) {
      return (int) files.count();
    }
  }

  @Test
  void hidesAJobFromAllButItsOwner() throws Exception {
    String jobId = service().owner().submit("mine").value("job_id");
    Client other = service().owner();
    assertThat(other.get("/jobs/" + jobId).status()).isEqualTo(404);
    assertThat(other.delete("/jobs/" + jobId).status()).isEqualTo(404);
    assertThat(other.get("/jobs").json().path("items")).isEmpty();
    assertThat(other.get("/jobs/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(other.get("/jobs/no-uuid").status()).isEqualTo(404);
  }

  @Test
  void listsOwnJobsPageByPage() throws Exception {
    Client owner = service().owner();
    List<String> submitted = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      submitted.add(0, owner.submit("number " + i).value("job_id"));
      owner.finished(submitted.get(0));
    }

    List<String> listed = new ArrayList<>();
    JsonNode page = owner.get("/jobs?limit=2&status=completed").json();
    addIds(page, listed);
    while (page.has("next")) {
      String next = page.path("next").asText();
      page = owner.get("/jobs?limit=2&status=completed&after=" + next).json();
      addIds(page, listed);
    }
    assertThat(listed).isEqualTo(submitted);
    assertThat(owner.get("/jobs?status=failed").json().path("items")).isEmpty();
  }

  private static void addIds(JsonNode page, List<String> to) {
    page.path("items").forEach(job -> to.add(job.path("job_id").asText()));
  }

  @Test
  void refusesWhatItCannotUnderstand() throws Exception {
    Client owner = service().owner();
    int before = recordings();
    assertThat(owner.get("/jobs?status=asleep").status()).isEqualTo(400);
    assertThat(owner.get("/jobs?limit=0").status()).isEqualTo(400);
    assertThat(owner.get("/jobs?limit=201").status()).isEqualTo(400);
    assertThat(owner.get("/jobs?after=bm9uc2Vuc2U").status()).isEqualTo(400);
    assertThat(owner.post("/jobs", "application/json", "{}").status()).isEqualTo(415);
    String cutOff =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\na";
    assertThat(owner.post("/jobs", "multipart/form-data; boundary=b", cutOff).status())
        .isEqualTo(400);
    assertThat(owner.post("/jobs", "multipart/form-data", cutOff).status()).isEqualTo(400);
    assertThat(owner.submit("empty.txt", "", Map.of()).status()).isEqualTo(400);
    assertThat(owner.submit("a.txt", "a", Map.of("lexicon_id", "../etc")).status()).isEqualTo(422);
    assertThat(owner.submit("a.txt", "a", Map.of("language", "x".repeat(11))).status())
        .isEqualTo(422);
    assertThat(recordings()).isEqualTo(before);
  }

  @Test
  void refusesAnIdempotencyKeyThatNamesAnotherRequest() throws Exception {
    Client owner = service().owner().with("Idempotency-Key", "visit 4712");
    owner.submit("one.txt", "one", Map.of());
    assertThat(owner.submit("two.txt", "another", Map.of()).status()).isEqualTo(409);
    Client wordy = service().owner().with("Idempotency-Key", "x".repeat(101));
    assertThat(wordy.submit("one").status()).isEqualTo(422);
  }
}
