package io.speechtotext.examples.service;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/** A multipart form, as a browser or curl sends it. */
final class Form {

  private static final String BOUNDARY = "----boundary-of-the-test";

  private final StringBuilder parts = new StringBuilder();

  Form field(String name, String value) {
    return part("name=\"%s\"".formatted(name), value);
  }

  Form file(String name, String filename, String content) {
    return part(
        "name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream"
            .formatted(name, filename),
        content);
  }

  private Form part(String disposition, String content) {
    parts.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; ");
    parts.append(disposition).append("\r\n\r\n").append(content).append("\r\n");
    return this;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  BodyPublisher body() {
    return BodyPublishers.ofString(parts + "--" + BOUNDARY + "--\r\n");
  }
}
