package io.speechtotext.examples.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What the service answered. */
record Answer(HttpResponse<String> response) {

  private static final ObjectMapper JSON = new ObjectMapper();

  int status() {
    return response.statusCode();
  }

  String method() {
    return response.request().method();
  }

  String path() {
    return response.request().uri().getPath();
  }

  Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  String text() {
    return response.body();
  }

  JsonNode json() {
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + response.body(), e);
    }
  }

  /** A property of the JSON object; empty when it is not there. */
  String value(String property) {
    return json().path(property).asText();
  }

  @Override
  public String toString() {
    return "%s %s: %d".formatted(method(), path(), status());
  }
}
