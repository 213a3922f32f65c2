package io.speechtotext.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeedbackTest extends ServiceTest {

  private static final String CORRECTION =
      """
      {"original_text": "the em are eye", "corrected_text": "the MRI", "created_by": "dr. who"}
      """;

  @Test
  void takesACorrectionOfACompletedJobAndCountsItWhenItComesAgain() throws Exception {
    Client owner = service().owner();
    String job = completed(owner);
    Answer first = owner.post("/jobs/" + job + "/feedback", "application/json", CORRECTION);
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.value("status")).isEqualTo("pending");
    assertThat(first.value("job_id")).isEqualTo(job);
    assertThat(first.value("frequency")).isEqualTo("1");

    Answer again = owner.post("/jobs/" + job + "/feedback", "application/json", CORRECTION);
    assertThat(again.value("id")).isEqualTo(first.value("id"));
    assertThat(again.value("frequency")).isEqualTo("2");
  }

  @Test
  void takesNoFeedbackOnSomebodyElsesJob() throws Exception {
    String job = completed(service().owner());
    Answer refused =
        service().owner().post("/jobs/" + job + "/feedback", "application/json", CORRECTION);
    assertThat(refused.status()).isEqualTo(404);
  }

  @Test
  void refusesFeedbackThatSaysNothing() throws Exception {
    Client owner = service().owner();
    String path = "/jobs/" + completed(owner) + "/feedback";
    String same = "{\"original_text\": \"a\", \"corrected_text\": \"a\"}";
    assertThat(owner.post(path, "application/json", same).status()).isEqualTo(422);
    assertThat(owner.post(path, "application/json", "{\"original_text\": \"a\"}").status())
        .isEqualTo(400);
    assertThat(owner.post(path, "application/json", "{\"oops").status()).isEqualTo(400);
    assertThat(owner.post(path, "application/json", "null").status()).isEqualTo(400);
    assertThat(owner.post(path, "application/json", "{\"unknown\": 1}").status()).isEqualTo(400);
    assertThat(owner.post(path, "application/json", " ".repeat(2 << 20)).status()).isEqualTo(413);
  }

  private static String completed(Client owner) throws Exception {
    String job = owner.submit("the em are eye").value("job_id");
    assertThat(owner.finished(job).value("status")).isEqualTo("completed");
    return job;
  }
}
