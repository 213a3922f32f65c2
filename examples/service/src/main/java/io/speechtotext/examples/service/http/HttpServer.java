package io.speechtotext.examples.service.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.json.JavalinJackson;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server. Thread-safe. */
public final class HttpServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HttpServer.class);

  // Of what is read into memory: JSON, but neither recordings nor lexicons.
  private static final long MAXIMUM_BODY_BYTES = 1 << 20;

  private final Javalin javalin;
  private final int port;

  private HttpServer(Javalin javalin) {
    this.javalin = javalin;
    this.port = javalin.port();
  }

  /**
   * Starts to listen.
   *
   * @param guard lets a request in to a route of its access, or throws
   */
  public static HttpServer start(HttpSettings settings, Handler guard, List<Route> routes) {
    Javalin javalin =
        Javalin.create(
            config -> {
              limit(config, settings);
              stopGracefully(config, settings);
              config.jsonMapper(new JavalinJackson(Json.mapper(), false));
              config.routes.before(RequestId::begin);
              config.routes.beforeMatched(guard);
              routes.forEach(route -> add(config.routes, route));
              Problems.handle(config.routes);
              config.requestLogger.http(HttpServer::logged);
              Documentation.files().forEach(config.staticFiles::add);
              config.startup.showJavalinBanner = false;
            });
    return new HttpServer(javalin.start(settings.host(), settings.port()));
  }

  private static void limit(JavalinConfig config, HttpSettings settings) {
    config.http.maxRequestSize = MAXIMUM_BODY_BYTES;
    config.http.prefer405over404 = true;
    config.jetty.multipartConfig.maxFileSize(settings.maximumUploadBytes(), SizeUnit.BYTES);
    config.jetty.multipartConfig.maxTotalRequestSize(
        settings.maximumUploadBytes() + MAXIMUM_BODY_BYTES, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
  }

  // Requests that run when it is told to stop are answered.
  private static void stopGracefully(JavalinConfig config, HttpSettings settings) {
    config.jetty.modifyServer(
        (Server server) -> {
          server.setHandler(new GracefulHandler());
          server.setStopTimeout(settings.stopLimit().toMillis());
        });
  }

  private static void add(RoutesConfig routes, Route route) {
    routes.addHttpHandler(route.method(), route.path(), route.handler(), route.access());
  }

  private static void logged(Context request, float millis) {
    log.info(
        "{} {} {} in {} ms", request.method(), request.path(), request.statusCode(), (int) millis);
    RequestId.end();
  }

  /** The port that it listens on, or did before it was closed. */
  public int port() {
    return port;
  }

  /** Answers what it was asked, up to the limit, and listens no longer. */
  @Override
  public void close() {
    javalin.stop();
  }
}
