package io.speechtotext.examples.service.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * One operation of the API, as openapi.yaml names it.
 *
 * @param path with its parameters in braces, such as {@code /jobs/{job_id}}
 */
public record Route(HandlerType method, String path, Access access, Handler handler) {

  public static Route get(String path, Access access, Handler handler) {
    return new Route(HandlerType.GET, path, access, handler);
  }

  public static Route post(String path, Access access, Handler handler) {
    return new Route(HandlerType.POST, path, access, handler);
  }

  public static Route delete(String path, Access access, Handler handler) {
    return new Route(HandlerType.DELETE, path, access, handler);
  }
}
