package io.speechtotext.examples.service.health;

import static io.speechtotext.examples.service.http.Access.ANYONE;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.speechtotext.app.Health;
import io.speechtotext.app.SpeechToText;
import io.speechtotext.examples.service.http.Route;
import io.speechtotext.examples.service.http.Routes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** For load balancers, compose files and people. */
public final class HealthRoutes implements Routes {

  private static final Logger log = LoggerFactory.getLogger(HealthRoutes.class);

  private final SpeechToText data;

  public HealthRoutes(SpeechToText data) {
    this.data = data;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/health", ANYONE, this::health), Route.get("/healthz", ANYONE, this::life));
  }

  private void health(Context request) {
    Health health = data.health();
    health.problem().ifPresent(problem -> log.warn("The database is down: {}", problem));
    request.status(health.isUp() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    request.json(health.isUp() ? HealthView.up() : HealthView.down());
  }

  private void life(Context request) {
    request.json(Map.of("status", "ok"));
  }

  // As the Python service had it, but for Redis, which is no more.
  private record HealthView(String status, String postgres, Instant timestamp) {

    static HealthView up() {
      return new HealthView("healthy", "up", Instant.now());
    }

    static HealthView down() {
      return new HealthView("unhealthy", "down", Instant.now());
    }
  }
}
