package io.speechtotext.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LexiconsTest extends ServiceTest {

  private static final String JSON = "application/json";
  private static final String CSV = "text/csv";

  @Test
  void importsJsonAndSaysWhatBecameOfEachRow() throws Exception {
    Client admin = service().admin();
    String terms =
        """
        [{"term": "foo", "replacement": "bar"},
         {"term": " ", "replacement": "blank"},
         {"term": "self", "replacement": "self"}]
        """;
    Answer first = admin.post("/lexicons/json/import", JSON, terms);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.value("inserted")).isEqualTo("1");
    assertThat(first.value("imported")).isEqualTo("1");
    assertThat(first.value("skipped")).isEqualTo("2");
    assertThat(first.json().at("/refused/0/row").asInt()).isEqualTo(2);
    assertThat(first.json().at("/refused/0/reason").asText()).isEqualTo("blank");
    assertThat(first.json().at("/refused/1/reason").asText()).isEqualTo("self_reference");

    Answer again = admin.post("/lexicons/json/import", JSON, terms);
    assertThat(again.value("unchanged")).isEqualTo("1");
  }

  @Test
  void exportsWhatCanBeImportedAgain() throws Exception {
    Client admin = service().admin();
    String terms = "term,replacement\n\"a, b\",\"say \"\"ab\"\"\"\nسلام,درود\n";
    admin.post("/lexicons/there/import", CSV + "; charset=utf-8", terms);

    Answer csv = admin.get("/lexicons/there/export?format=csv");
    assertThat(csv.header("Content-Disposition").orElseThrow())
        .matches("attachment; filename=\"there_terms_\\d{8}_\\d{6}\\.csv\"");
    Answer back = admin.post("/lexicons/back/import", CSV, csv.text());
    assertThat(back.value("inserted")).isEqualTo("2");
    Answer json = admin.get("/lexicons/back/export");
    assertThat(json.json()).isEqualTo(admin.get("/lexicons/there/export?format=json").json());
    assertThat(admin.post("/lexicons/back/import", JSON, json.text()).value("unchanged"))
        .isEqualTo("2");
  }

  @Test
  void exportsNothingOfALexiconThatNobodyKnows() throws Exception {
    assertThat(service().owner().get("/lexicons/unknown/export").json()).isEmpty();
    assertThat(service().owner().get("/lexicons/unknown/export?format=xml").status())
        .isEqualTo(400);
  }

  @Test
  void refusesAFileThatCannotBeReadAsAWhole() throws Exception {
    Client admin = service().admin();
    assertThat(admin.post("/lexicons/bad/import", JSON, "").status()).isEqualTo(400);
    assertThat(admin.post("/lexicons/bad/import", JSON, "[{\"term\": \"a\"").status())
        .isEqualTo(422);
    assertThat(admin.post("/lexicons/bad/import", CSV, "term;replacement\na;b\n").status())
        .isEqualTo(422);
    assertThat(admin.post("/lexicons/bad/import", "text/plain", "a,b").status()).isEqualTo(415);
    String half = "[{\"term\":\"good\",\"replacement\":\"one\"}, oops]";
    assertThat(admin.post("/lexicons/bad/import", JSON, half).status()).isEqualTo(422);
    assertThat(admin.get("/lexicons/bad/export").json()).isEmpty();
  }

  @Test
  void refusesALexiconIdThatIsNone() throws Exception {
    Client admin = service().admin();
    assertThat(admin.post("/lexicons/a%20b/import", JSON, "[]").status()).isEqualTo(422);
    assertThat(admin.get("/lexicons/" + "x".repeat(101) + "/export").status()).isEqualTo(422);
  }

  @Test
  void takesTenMebibytesAndNotAByteMore() throws Exception {
    Client admin = service().admin();
    String far = " ".repeat(15 << 20);
    assertThat(admin.post("/lexicons/large/import", JSON, far).status()).isEqualTo(413);
    byte[] body = " ".repeat((10 << 20) + 1).getBytes(StandardCharsets.UTF_8);
    body[0] = '[';
    body[1] = ']';
    var tooLarge = BodyPublishers.ofByteArray(body);
    assertThat(admin.post("/lexicons/large/import", JSON, tooLarge).status()).isEqualTo(413);
    var justRight = BodyPublishers.ofByteArray(body, 0, body.length - 1);
    assertThat(admin.post("/lexicons/large/import", JSON, justRight).status()).isEqualTo(200);
  }

  @Test
  void letsOnlyAdministratorsImport() throws Exception {
    Client badmintonClub =
        service().holderOf(TestService.anyKey().withDescription("badminton club, admin by name"));
    Answer refused = badmintonClub.post("/lexicons/mine/import", JSON, "[]");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(service().anybody().post("/lexicons/mine/import", JSON, "[]").status())
        .isEqualTo(401);
  }

  @Test
  void correctsWholeWordsWithTheLongestTermFirst() throws Exception {
    Client admin = service().admin();
    admin.post(
        "/lexicons/words/import",
        CSV,
        "term,replacement\nc++,C plus plus\nmri,MRI\nmri scan,MRI study\nکتاب‌ها,کتاب ها\n");
    Answer submitted =
        admin.submit(
            "words.txt",
            "c++ and MRI\nscan, mris, mri. کتاب‌ها کتاب",
            Map.of("lexicon_id", "words"));
    Answer job = admin.finished(submitted.value("job_id"));
    assertThat(job.value("processed_text"))
        .isEqualTo("C plus plus and MRI study, mris, MRI. کتاب ها کتاب");
    assertThat(job.value("correction_count")).isEqualTo("4");
  }
}
