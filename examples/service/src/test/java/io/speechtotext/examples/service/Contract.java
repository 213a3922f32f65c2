package io.speechtotext.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.yaml.snakeyaml.Yaml;

/** openapi.yaml, and whether an answer is as it says. */
final class Contract {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Contract PACKAGED = new Contract(read());

  private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(Dialects.getOpenApi31());

  private final JsonNode document;

  private Contract(JsonNode document) {
    this.document = document;
  }

  static Contract packaged() {
    return PACKAGED;
  }

  private static JsonNode read() {
    try (InputStream text = Contract.class.getResourceAsStream("/openapi.yaml")) {
      return JSON.valueToTree(new Yaml().load(Objects.requireNonNull(text)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Such as {@code GET /jobs/{job_id}}. */
  List<String> operations() {
    return operations(operation -> true);
  }

  /** Those that need no key. */
  List<String> openOperations() {
    return operations(
        operation -> operation.has("security") && operation.path("security").isEmpty());
  }

  private List<String> operations(Predicate<JsonNode> wanted) {
    List<String> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> each : path.getValue().properties()) {
        if (!each.getKey().equals("parameters") && wanted.test(each.getValue())) {
          operations.add(each.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    return operations;
  }

  /** Fails unless the contract has such an answer, with such headers and such a body. */
  void check(Answer answer) {
    JsonNode response =
        resolved(operation(answer).path("responses").path(Integer.toString(answer.status())));
    assertThat(response.isMissingNode()).as("%s is in openapi.yaml", answer).isFalse();
    response.path("headers").properties().forEach(header -> checkHeader(answer, header));
    checkBody(answer, response.path("content"));
  }

  private JsonNode operation(Answer answer) {
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      if (answer.path().matches(path.getKey().replaceAll("\\{[a-z_]+}", "[^/]+"))) {
        return path.getValue().path(answer.method().toLowerCase(Locale.ROOT));
      }
    }
    throw new AssertionError("openapi.yaml has no path for " + answer);
  }

  private void checkHeader(Answer answer, Map.Entry<String, JsonNode> header) {
    JsonNode declared = resolved(header.getValue());
    Optional<String> value = answer.header(header.getKey());
    if (declared.path("required").asBoolean()) {
      assertThat(value).as("%s has %s", answer, header.getKey()).isPresent();
    }
    value.ifPresent(text -> checkJson(answer, declared.path("schema"), valueOf(text)));
  }

  private static JsonNode valueOf(String text) {
    return text.matches("\\d+") ? JSON.valueToTree(Long.valueOf(text)) : JSON.valueToTree(text);
  }

  private void checkBody(Answer answer, JsonNode content) {
    String type = answer.header("Content-Type").orElse("").replaceAll(";.*", "");
    assertThat(content.has(type)).as("%s may be of type %s", answer, type).isTrue();
    if (type.endsWith("json")) {
      checkJson(answer, content.path(type).path("schema"), answer.json());
    }
  }

  // The schema beside the document's components, so that what it refers to is there.
  private void checkJson(Answer answer, JsonNode schema, JsonNode value) {
    ObjectNode standalone = JSON.createObjectNode();
    standalone.putArray("allOf").add(schema);
    standalone.set("components", document.path("components"));
    assertThat(schemas.getSchema(standalone).validate(value)).as("%s: %s", answer, value).isEmpty();
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }
}
