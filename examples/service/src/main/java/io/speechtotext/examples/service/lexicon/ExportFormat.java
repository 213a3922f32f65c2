package io.speechtotext.examples.service.lexicon;

import io.javalin.http.BadRequestResponse;
import io.speechtotext.app.lexicon.TermFileFormat;
import org.jspecify.annotations.Nullable;

/** What a lexicon is exported as. */
enum ExportFormat {
  JSON(TermFileFormat.JSON, "json", "application/json"),
  CSV(TermFileFormat.CSV, "csv", "text/csv; charset=utf-8");

  private final TermFileFormat ofFile;
  private final String extension;
  private final String contentType;

  ExportFormat(TermFileFormat ofFile, String extension, String contentType) {
    this.ofFile = ofFile;
    this.extension = extension;
    this.contentType = contentType;
  }

  /** By its name; JSON when there is none. */
  static ExportFormat of(@Nullable String name) {
    for (ExportFormat format : values()) {
      if (name == null || format.extension.equals(name)) {
        return format;
      }
    }
    throw new BadRequestResponse("format is json or csv");
  }

  TermFileFormat ofFile() {
    return ofFile;
  }

  String extension() {
    return extension;
  }

  String contentType() {
    return contentType;
  }
}
