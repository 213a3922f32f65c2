package io.speechtotext.examples.service.lexicon;

import static io.speechtotext.examples.service.http.Access.ADMIN;
import static io.speechtotext.examples.service.http.Access.KEY;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.UnsupportedMediaTypeResponse;
import io.speechtotext.app.lexicon.LexiconId;
import io.speechtotext.app.lexicon.LexiconRepository;
import io.speechtotext.app.lexicon.TermFile;
import io.speechtotext.app.lexicon.TermFileFormat;
import io.speechtotext.examples.service.auth.Caller;
import io.speechtotext.examples.service.http.Route;
import io.speechtotext.examples.service.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Whole lexicons, in and out. */
public final class LexiconRoutes implements Routes {

  private static final int LIMIT_IN_BYTES = 10 << 20;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final LexiconRepository lexicons;

  public LexiconRoutes(LexiconRepository lexicons) {
    this.lexicons = lexicons;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post("/lexicons/{lexicon_id}/import", ADMIN, this::importTerms),
        Route.get("/lexicons/{lexicon_id}/export", KEY, this::exportTerms));
  }

  private void importTerms(Context request) throws IOException {
    LexiconId lexicon = LexiconId.of(request.pathParam("lexicon_id"));
    TermFileFormat format = format(request);
    try (Spool spool = Spool.of(request, LIMIT_IN_BYTES);
        InputStream terms = spool.input()) {
      if (spool.sizeInBytes() == 0) {
        throw new BadRequestResponse("The body is empty");
      }
      request.json(
          ImportView.of(
              lexicons.importTerms(
                  lexicon, new TermFile(terms, format), Caller.of(request).signature())));
    }
  }

  private static TermFileFormat format(Context request) {
    String type = Objects.requireNonNullElse(request.contentType(), "").replaceAll("\\s*;.*", "");
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "application/json" -> TermFileFormat.JSON;
      case "text/csv" -> TermFileFormat.CSV;
      default -> throw new UnsupportedMediaTypeResponse("Terms are application/json or text/csv");
    };
  }

  private void exportTerms(Context request) throws IOException {
    LexiconId lexicon = LexiconId.of(request.pathParam("lexicon_id"));
    ExportFormat format = ExportFormat.of(request.queryParam("format"));
    try (Spool spool = Spool.empty()) {
      try (OutputStream out = spool.output()) {
        lexicons.exportTerms(lexicon, format.ofFile(), out);
      }
      String name = lexicon + "_terms_" + STAMP.format(Instant.now()) + "." + format.extension();
      request.header(Header.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
      request.contentType(format.contentType());
      try (InputStream in = spool.input()) {
        in.transferTo(request.outputStream());
      }
    }
  }
}
