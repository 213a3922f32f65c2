package io.speechtotext.examples.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A client with one API key, or none. Every answer that it gets is held against the contract. */
final class Client {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private final int port;
  private final Map<String, String> headers;

  private Client(int port, Map<String, String> headers) {
    this.port = port;
    this.headers = Map.copyOf(headers);
  }

  static Client anonymous(int port) {
    return new Client(port, Map.of());
  }

  /** The same, asking another process. */
  Client on(int otherPort) {
    return new Client(otherPort, headers);
  }

  /** The same with another key. */
  Client withKey(String key) {
    return with("X-API-Key", key);
  }

  /** The same with a header on all that it sends. */
  Client with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Client(port, more);
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send("GET", path, BodyPublishers.noBody());
  }

  Answer delete(String path) throws IOException, InterruptedException {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  Answer post(String path, String contentType, String body)
      throws IOException, InterruptedException {
    return post(path, contentType, BodyPublishers.ofString(body));
  }

  Answer post(String path, String contentType, BodyPublisher body)
      throws IOException, InterruptedException {
    return with("Content-Type", contentType).send("POST", path, body);
  }

  /** Submits a recording, {@code name} and what is said in it, beside other fields of the form. */
  Answer submit(String name, String spoken, Map<String, String> fields)
      throws IOException, InterruptedException {
    Form form = new Form().file("file", name, spoken);
    fields.forEach(form::field);
    return post("/jobs", form.contentType(), form.body());
  }

  Answer submit(String spoken) throws IOException, InterruptedException {
    return submit("dictation.txt", spoken, Map.of());
  }

  /** Asks for a job until it is finished. */
  Answer finished(String jobId) throws Exception {
    Until.isTrue(() -> !get("/jobs/" + jobId).value("status").matches("pending|processing"));
    return get("/jobs/" + jobId);
  }

  /** Asks for what the contract does not name. */
  Answer fetch(String path) throws IOException, InterruptedException {
    return fetch("GET", path);
  }

  Answer fetch(String method, String path) throws IOException, InterruptedException {
    return sendUnchecked(method, path, BodyPublishers.noBody());
  }

  private Answer send(String method, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    Answer answer = sendUnchecked(method, path, body);
    Contract.packaged().check(answer);
    return answer;
  }

  private Answer sendUnchecked(String method, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(30))
            .method(method, body);
    headers.forEach(request::setHeader);
    return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
  }
}
