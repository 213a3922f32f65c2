package io.speechtotext.app.fire;

import static io.speechtotext.app.fire.Operation.reading;
import static io.speechtotext.app.fire.Operation.writing;

import io.speechtotext.app.Repositories;
import io.speechtotext.app.apikey.Activity;
import io.speechtotext.app.apikey.ApiKeyChange;
import io.speechtotext.app.apikey.NewApiKey;
import io.speechtotext.app.failure.UnavailableException;
import io.speechtotext.app.failure.UnavailableException.Outcome;
import io.speechtotext.app.failure.UnavailableException.Reason;
import io.speechtotext.app.feedback.FeedbackFilter;
import io.speechtotext.app.feedback.FeedbackOrder;
import io.speechtotext.app.feedback.NewFeedback;
import io.speechtotext.app.feedback.Review;
import io.speechtotext.app.job.Completion;
import io.speechtotext.app.lexicon.LexiconId;
import io.speechtotext.app.lexicon.NewLexiconTerm;
import io.speechtotext.app.lexicon.TermFile;
import io.speechtotext.app.lexicon.TermFileFormat;
import io.speechtotext.app.lexicon.TermText;
import io.speechtotext.app.paging.PageRequest;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is done with keys, lexicons and feedback, and in transactions. */
final class OtherOperations {

  private static final LexiconId LEXICON = LexiconId.of("general");

  // What Python's bcrypt makes of a key as the old service drew them, at the lowest cost.
  private static final String LEGACY_KEY = "I4puhOkeGYKjuciuACv6UfxmiKsVTNc0l-D7bs6bJq8";
  private static final String LEGACY =
      """
      UPDATE api_keys SET key_digest = NULL, key_prefix = NULL,
        key_hash = '$2b$04$abcdefghijklmnopqrstuuPE2fux1py0SuXXRWFkHh.Ly8T/qdBvy' WHERE id = %d
      """;

  private OtherOperations() {}

  static List<Operation> all() {
    return Stream.of(keys(), lexicons(), feedback()).flatMap(List::stream).toList();
  }

  private static List<Operation> keys() {
    return List.of(
        writing(
            "apiKeys.create",
            "SELECT count(*) FROM api_keys",
            ground -> data -> data.apiKeys().create(NewApiKey.named("clinic"))),
        // Counted twice, perhaps, as its page says, and no more than that.
        writing(
            "apiKeys.authenticate",
            "SELECT CASE sum(requests) WHEN 2 THEN 1 ELSE coalesce(sum(requests), 0) END FROM api_key_usage",
            ground -> {
              String plaintext =
                  ground.data().apiKeys().create(NewApiKey.named("clinic")).plaintext().reveal();
              return data -> data.apiKeys().authenticate(plaintext);
            }),
        // Moves it, counts the request, and does both when it is done again.
        writing(
            "apiKeys.authenticate with bcrypt",
            """
            SELECT CASE WHEN sum(requests) IS NULL THEN 0
              WHEN sum(requests) <= 2 AND bool_and(key_digest IS NOT NULL) THEN 1 ELSE -1 END
            FROM api_key_usage JOIN api_keys ON id = api_key_id
            """,
            ground -> {
              int key = JobOperations.key(ground.data());
              ground.sql().accept(LEGACY.formatted(key));
              return data -> data.apiKeys().authenticate(LEGACY_KEY);
            }),
        writing(
            "apiKeys.change",
            "SELECT count(*) FROM api_keys WHERE description = 'new'",
            keyed((data, id) -> data.apiKeys().change(id, ApiKeyChange.none().description("new")))),
        writing(
            "apiKeys.deactivate",
            "SELECT count(*) FROM api_keys WHERE NOT is_active",
            keyed((data, id) -> data.apiKeys().deactivate(id))),
        writing(
            "apiKeys.purgeUsage",
            "SELECT 1 - count(*) FROM api_key_usage",
            ground -> {
              int key = JobOperations.key(ground.data());
              ground
                  .sql()
                  .accept(
                      "INSERT INTO api_key_usage (api_key_id, hour, requests) VALUES (%d, '2026-01-01T00:00Z', 1)"
                          .formatted(key));
              return data -> data.apiKeys().purgeUsage(Duration.ofDays(1), 10);
            }),
        writing(
            "apiKeys.rotate",
            "SELECT count(*) FROM api_keys WHERE description <> key_hash",
            ground -> {
              int id = JobOperations.key(ground.data());
              ground.sql().accept("UPDATE api_keys SET description = key_hash");
              return data -> data.apiKeys().rotate(id);
            }),
        reading("apiKeys.legacyKeys", keyed((data, id) -> data.apiKeys().legacyKeys())),
        reading("apiKeys.findById", keyed((data, id) -> data.apiKeys().findById(id))),
        reading(
            "apiKeys.list",
            keyed((data, id) -> data.apiKeys().list(Activity.ANY, PageRequest.first(10)))));
  }

  private static Function<Ground, Consumer<Repositories>> keyed(
      BiConsumer<Repositories, Integer> operation) {
    return ground -> {
      int key = JobOperations.key(ground.data());
      return data -> operation.accept(data, key);
    };
  }

  private static List<Operation> lexicons() {
    return List.of(
        writing(
            "terms.create",
            "SELECT count(*) FROM lexicon_terms",
            ground -> data -> data.terms().create(term())),
        writing(
            "terms.change",
            "SELECT count(*) FROM lexicon_terms WHERE replacement = 'other'",
            termed(
                (data, id) ->
                    data.terms()
                        .change(
                            LEXICON,
                            id,
                            TermText.of("term", "mri"),
                            TermText.of("replacement", "other")))),
        writing(
            "terms.remove",
            "SELECT count(*) FROM lexicon_terms WHERE NOT is_active",
            termed((data, id) -> data.terms().remove(LEXICON, id))),
        writing(
            "lexicons.importTerms",
            "SELECT count(*) FROM lexicon_terms WHERE term = 'ct'",
            termed((data, id) -> data.lexicons().importTerms(LEXICON, file(), "ada"))),
        reading("terms.find", termed((data, id) -> data.terms().find(LEXICON, id))),
        reading(
            "terms.list", termed((data, id) -> data.terms().list(LEXICON, PageRequest.first(9)))),
        reading(
            "terms.search",
            termed((data, id) -> data.terms().search(LEXICON, "m", PageRequest.first(9)))),
        reading("lexicons.list", termed((data, id) -> data.lexicons().list(PageRequest.first(9)))),
        reading("lexicons.find", termed((data, id) -> data.lexicons().find(LEXICON))),
        reading("lexicons.load", termed((data, id) -> data.lexicons().load(LEXICON))),
        reading("lexicons.versionOf", termed((data, id) -> data.lexicons().versionOf(LEXICON))),
        reading(
            "lexicons.exportTerms",
            termed(
                (data, id) ->
                    data.lexicons()
                        .exportTerms(
                            LEXICON, TermFileFormat.CSV, OutputStream.nullOutputStream()))));
  }

  private static NewLexiconTerm term() {
    return NewLexiconTerm.of(LEXICON, "MRI", "magnetic resonance");
  }

  private static TermFile file() {
    byte[] csv = "term,replacement\nct,tomography\n".getBytes(StandardCharsets.UTF_8);
    return new TermFile(new ByteArrayInputStream(csv), TermFileFormat.CSV);
  }

  private static Function<Ground, Consumer<Repositories>> termed(
      BiConsumer<Repositories, Integer> operation) {
    return ground -> {
      int id = ground.data().terms().create(term()).id();
      return data -> operation.accept(data, id);
    };
  }

  // What a session that was cut off still has locked is another's, for as long as the server takes
  // to notice: an empty batch then says that nothing was done.
  private static Consumer<Repositories> learning(Ground ground) {
    int id = correction(ground.data());
    ground.data().feedback().review(id, Review.approval("grace"));
    return data -> {
      boolean isLearned = data.learning().learn(10).corrections() > 0;
      if (!isLearned && ground.data().feedback().find(id).orElseThrow().processedAt() == null) {
        throw new UnavailableException(Reason.CONNECTION_LOST, Outcome.NOT_DONE, true, null);
      }
    };
  }

  private static List<Operation> feedback() {
    return List.of(
        writing("feedback.submit", "SELECT count(*) FROM feedback", OtherOperations::correcting),
        writing(
            "feedback.review",
            "SELECT count(*) FROM feedback WHERE status = 'approved'",
            corrected((data, id) -> data.feedback().review(id, Review.approval("grace")))),
        writing(
            "learning.learn",
            "SELECT count(*) FROM feedback WHERE is_processed",
            OtherOperations::learning),
        writing(
            "transaction",
            "SELECT count(*) FROM api_keys, lexicon_terms",
            ground ->
                data ->
                    data.transaction(
                        tx -> {
                          tx.terms().create(term());
                          return tx.apiKeys().create(NewApiKey.named("clinic"));
                        })),
        reading("feedback.find", corrected((data, id) -> data.feedback().find(id))),
        reading(
            "feedback.list",
            corrected(
                (data, id) ->
                    data.feedback()
                        .list(
                            FeedbackFilter.ALL,
                            FeedbackOrder.NEWEST_FIRST,
                            PageRequest.first(10)))),
        reading(
            "feedback.statistics",
            corrected((data, id) -> data.feedback().statistics(FeedbackFilter.ALL))));
  }

  private static Consumer<Repositories> correcting(Ground ground) {
    int key = completedJob(ground.data());
    return data -> data.feedback().submit(correctionOf(key));
  }

  private static Function<Ground, Consumer<Repositories>> corrected(
      BiConsumer<Repositories, Integer> operation) {
    return ground -> {
      int id = correction(ground.data());
      return data -> operation.accept(data, id);
    };
  }

  private static int correction(Repositories data) {
    return data.feedback().submit(correctionOf(completedJob(data))).id();
  }

  private static NewFeedback correctionOf(int key) {
    return NewFeedback.correction(JobOperations.JOB, key, "an m r i scan", "an MRI scan")
        .forLexicon(LEXICON.value());
  }

  private static int completedJob(Repositories data) {
    int key = JobOperations.key(data);
    data.jobs().submit(JobOperations.job(key));
    data.jobs()
        .complete(
            data.jobs().claim("worker", 1, Duration.ofMinutes(1)).get(0).lease(),
            Completion.of("an m r i scan"));
    return key;
  }
}
