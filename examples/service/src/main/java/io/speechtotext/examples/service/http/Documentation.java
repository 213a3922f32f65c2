package io.speechtotext.examples.service.http;

import static io.speechtotext.examples.service.http.Access.ANYONE;

import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import io.javalin.http.staticfiles.StaticFileConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;

/** The contract, and a page to read it and try it out; the page needs nothing from elsewhere. */
public final class Documentation implements Routes {

  // Swagger UI sets styles and draws its icons from within; all else comes from files of ours.
  private static final String POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/openapi.yaml", ANYONE, this::contract), Route.get("/docs", ANYONE, this::page));
  }

  private void contract(Context request) {
    request.contentType("application/yaml; charset=utf-8").result(resource("/openapi.yaml"));
  }

  private void page(Context request) {
    request.header("Content-Security-Policy", POLICY).contentType("text/html; charset=utf-8");
    request.result(resource("/docs/page.html"));
  }

  /** What the page loads. */
  static List<Consumer<StaticFileConfig>> files() {
    String swagger = "/META-INF/resources/webjars/swagger-ui/" + swaggerVersion();
    return List.of(files("/docs/files", "/docs"), files("/docs/swagger-ui", swagger));
  }

  private static Consumer<StaticFileConfig> files(String hostedPath, String directory) {
    return config -> {
      config.hostedPath = hostedPath;
      config.directory = directory;
      config.location = Location.CLASSPATH;
    };
  }

  // The WebJar names its directory after its version, and says here which that is.
  private static String swaggerVersion() {
    Properties properties = new Properties();
    try (InputStream text = resource("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
      properties.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        Documentation.class.getResourceAsStream(name), () -> "not packaged: " + name);
  }
}
