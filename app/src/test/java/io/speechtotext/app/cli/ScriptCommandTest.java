package io.speechtotext.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptCommandTest {

  private final Release release;

  ScriptCommandTest(@TempDir Path migrations) {
    this.release = new SixVersions(migrations);
  }

  @Test
  void printsEveryMigrationAndContactsNoDatabase() {
    assertThat(script())
        .startsWith("-- From an empty schema to version 6.")
        .contains("-- V1__create_core_tables.sql", "-- V6__add_job_processed_text.sql")
        .endsWith("\n");
  }

  @Test
  void printsAWayDownThatGuardsItsData() {
    assertThat(script("--from", "6", "--to", "base"))
        .contains("-- U6__add_job_processed_text.sql", "\\if :lose_data");
  }

  @Test
  void leavesTransactionsToPsqlWhenAskedTo() {
    assertThat(script()).contains("\nBEGIN");
    assertThat(script("--single-transaction")).doesNotContain("\nBEGIN ISOLATION", "\nCOMMIT");
  }

  private String script(String... options) {
    StringWriter out = new StringWriter();
    String[] arguments = new String[options.length + 2];
    arguments[0] = "db";
    arguments[1] = "script";
    System.arraycopy(options, 0, arguments, 2, options.length);
    Map<String, String> nowhere = Map.of("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing");
    int code = Stt.commandLine(nowhere, release).setOut(new PrintWriter(out)).execute(arguments);
    assertThat(code).isZero();
    return out.toString();
  }
}
