package io.speechtotext.migrator.script;

import java.io.Reader;
import java.io.StringReader;
import org.flywaydb.core.api.resource.LoadableResource;

/** A file's text, known by its name alone, for Flyway to read. */
public final class TextResource extends LoadableResource {

  private final String name;
  private final String text;

  /** A text and its file's name, without a directory. */
  public TextResource(String name, String text) {
    this.name = name;
    this.text = text;
  }

  @Override
  public Reader read() {
    return new StringReader(text);
  }

  @Override
  public String getAbsolutePath() {
    return name;
  }

  @Override
  public String getAbsolutePathOnDisk() {
    return name;
  }

  @Override
  public String getFilename() {
    return name;
  }

  @Override
  public String getRelativePath() {
    return name;
  }
}
