package io.speechtotext.examples.service;

import io.speechtotext.app.SpeechToText;
import io.speechtotext.app.SpeechToTextConfig;
import io.speechtotext.app.lexicon.LexiconCache;
import io.speechtotext.examples.service.audio.AudioStore;
import io.speechtotext.examples.service.auth.Guard;
import io.speechtotext.examples.service.auth.KeyRoutes;
import io.speechtotext.examples.service.feedback.FeedbackRoutes;
import io.speechtotext.examples.service.health.HealthRoutes;
import io.speechtotext.examples.service.http.Documentation;
import io.speechtotext.examples.service.http.HttpServer;
import io.speechtotext.examples.service.http.Route;
import io.speechtotext.examples.service.http.Routes;
import io.speechtotext.examples.service.jobs.JobRoutes;
import io.speechtotext.examples.service.jobs.Reception;
import io.speechtotext.examples.service.lexicon.Corrector;
import io.speechtotext.examples.service.lexicon.LexiconRoutes;
import io.speechtotext.examples.service.transcription.Transcriber;
import io.speechtotext.examples.service.worker.JobRun;
import io.speechtotext.examples.service.worker.Workers;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The whole service in one process: what it is made of, and in which order that starts and stops.
 */
public final class Service implements AutoCloseable {

  private final SpeechToText data;
  private final Workers workers;
  private final List<Route> routes;
  private final HttpServer http;

  private Service(SpeechToText data, Workers workers, List<Route> routes, HttpServer http) {
    this.data = data;
    this.workers = workers;
    this.routes = routes;
    this.http = http;
  }

  /**
   * Starts all of it, or nothing.
   *
   * @throws RuntimeException when the database does not answer or has another schema, or the port
   *     is taken; says which
   */
  public static Service start(
      ServiceSettings settings, SpeechToTextConfig database, Transcriber transcriber)
      throws IOException {
    AudioStore audio = new AudioStore(settings.audioDirectory());
    SpeechToText data = SpeechToText.open(database);
    try {
      data.verify();
      List<Route> routes = routes(settings, data, audio);
      HttpServer http = HttpServer.start(settings.http(), new Guard(data.apiKeys()), routes);
      return new Service(data, workers(settings, data, audio, transcriber), routes, http);
    } catch (RuntimeException e) {
      data.close();
      throw e;
    }
  }

  private static List<Route> routes(ServiceSettings settings, SpeechToText data, AudioStore audio) {
    return Stream.<Routes>of(
            new JobRoutes(
                data.jobs(),
                new Reception(data.jobs(), audio),
                settings.http().maximumUploadBytes()),
            new FeedbackRoutes(data.feedback()),
            new LexiconRoutes(data.lexicons()),
            new KeyRoutes(),
            new HealthRoutes(data),
            new Documentation())
        .flatMap(feature -> feature.routes().stream())
        .toList();
  }

  private static Workers workers(
      ServiceSettings settings, SpeechToText data, AudioStore audio, Transcriber transcriber) {
    Corrector corrector = new Corrector(new LexiconCache(data.lexicons()));
    JobRun run = new JobRun(data.jobs(), audio, transcriber, corrector, settings.defaultLexicon());
    return Workers.start(data, settings.workers(), audio, run);
  }

  /** All that it can be asked; unmodifiable. */
  List<Route> routes() {
    return routes;
  }

  /** The port that it listens on. */
  public int port() {
    return http.port();
  }

  /** Takes nothing new, answers and finishes what it has in hand, and gives back the rest. */
  @Override
  public void close() {
    workers.stopClaiming();
    http.close();
    workers.close();
    data.close();
  }
}
