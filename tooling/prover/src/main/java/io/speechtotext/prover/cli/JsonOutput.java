package io.speechtotext.prover.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.speechtotext.prover.VersionProof;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.source.MigrationSet;
import io.speechtotext.prover.trace.Trace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** For programs: one object, written as it grows. */
final class JsonOutput implements Output {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final PrintWriter out;
  private final JsonGenerator json;

  JsonOutput(PrintWriter out, MigrationSet set) {
    this.out = out;
    try {
      json = FACTORY.createGenerator(out).useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("location", set.location());
      json.writeArrayFieldStart("versions");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void proven(VersionProof proof) {
    try {
      write(proof);
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(VersionProof proof) throws IOException {
    json.writeStartObject();
    json.writeStringField("version", proof.migration().version());
    json.writeStringField("description", proof.migration().description());
    json.writeStringField("outcome", proof.outcome().name().toLowerCase(Locale.ROOT));
    Trace trace = proof.trace();
    if (trace != null) {
      json.writeNumberField("time_in_millis", trace.time().toMillis());
    }
    Duration more = proof.timeAtMoreRows();
    if (more != null) {
      json.writeNumberField("time_at_more_rows_in_millis", more.toMillis());
    }
    json.writeArrayFieldStart("findings");
    for (Finding finding : proof.findings()) {
      write(finding);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("notes");
    for (String note : proof.notes()) {
      json.writeString(note);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", finding.rule().id());
    json.writeStringField("object", finding.object());
    json.writeStringField("severity", finding.rule().severity().name().toLowerCase(Locale.ROOT));
    json.writeBooleanField("fails", finding.fails());
    json.writeStringField("script", finding.script());
    json.writeNumberField("line", finding.line());
    json.writeStringField("harm", finding.rule().harm());
    json.writeStringField("detail", finding.detail());
    json.writeStringField("rewrite", finding.rewrite());
    json.writeStringField("allowed_because", finding.allowedBecause());
    json.writeEndObject();
  }

  @Override
  public void end(Tally tally, Duration took) {
    try {
      json.writeEndArray();
      json.writeObjectFieldStart("summary");
      for (Map.Entry<String, Long> number : tally.numbers().entrySet()) {
        json.writeNumberField(number.getKey(), number.getValue());
      }
      json.writeNumberField("took_in_millis", took.toMillis());
      json.writeEndObject();
      json.writeEndObject();
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.println();
    out.flush();
  }
}
