package io.speechtotext.examples.service.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON as the API has it: snake_case, times in ISO 8601, what is null left out. */
public final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  static ObjectMapper mapper() {
    return MAPPER;
  }

  /**
   * Reads a request's body.
   *
   * @throws BadRequestResponse when it is not such JSON; says where, and repeats nothing of it
   */
  public static <T> T body(Context request, Class<T> type) {
    try {
      T body = MAPPER.readValue(request.bodyAsBytes(), type);
      if (body == null) {
        throw new BadRequestResponse("The body is null");
      }
      return body;
    } catch (JsonProcessingException e) {
      throw new BadRequestResponse("The body is not the JSON that openapi.yaml describes" + at(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String at(JsonProcessingException failure) {
    return failure.getLocation() == null
        ? ""
        : ": see line %d, column %d"
            .formatted(failure.getLocation().getLineNr(), failure.getLocation().getColumnNr());
  }
}
