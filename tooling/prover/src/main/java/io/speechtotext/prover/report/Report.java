package io.speechtotext.prover.report;

import io.speechtotext.prover.ProofListener;
import io.speechtotext.prover.ProverSettings;
import io.speechtotext.prover.VersionProof;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.source.MigrationSet;
import io.speechtotext.prover.source.ProvableMigration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes {@code migrations.html}, a page that needs nothing but itself, and {@code
 * migrations.json}, the same facts. Each version goes to a file as soon as it is proven; the two
 * appear, whole, on {@link #close}. Not thread-safe.
 */
public final class Report implements ProofListener, AutoCloseable {

  private static final int FORMAT = 1;

  private final Path directory;
  private final Path unfinished;
  private final Json json;
  private final Set<String> versions;
  private final List<Finding> ofNoVersion = new ArrayList<>();
  private boolean whole;

  private Report(Path directory, Path unfinished, Json json, MigrationSet set) {
    this.directory = directory;
    this.unfinished = unfinished;
    this.json = json;
    this.versions =
        set.migrations().stream().map(ProvableMigration::version).collect(Collectors.toSet());
  }

  /**
   * Begins a report.
   *
   * @param directory is made where it is missing; a report of before stays until {@link #close}
   * @param server what the migrations run on, for people: {@code PostgreSQL 18.6, embedded}
   */
  public static Report begin(
      Path directory, MigrationSet set, ProverSettings settings, String server) throws IOException {
    Files.createDirectories(directory);
    Path unfinished = directory.resolve("migrations.json.part");
    Report report =
        new Report(directory, unfinished, Json.indented(Files.newOutputStream(unfinished)), set);
    try {
      report.head(set, settings, server);
    } catch (IOException | RuntimeException e) {
      report.close();
      throw e;
    }
    return report;
  }

  /**
   * Adds a version, or what there is to say of files that belong to none.
   *
   * @throws UncheckedIOException when the file cannot be written; no report appears then
   */
  @Override
  public void proven(VersionProof proof) {
    if (!versions.contains(proof.migration().version())) {
      ofNoVersion.addAll(proof.findings());
      return;
    }
    whole = false;
    try {
      new Facts(json).write(proof);
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + unfinished, e);
    }
    whole = true;
  }

  /** Puts both files in their place, with those versions that were proven. */
  @Override
  public void close() throws IOException {
    Path page = directory.resolve("migrations.html.part");
    try {
      finish(page);
    } finally {
      Files.deleteIfExists(page);
      Files.deleteIfExists(unfinished);
    }
  }

  private void finish(Path page) throws IOException {
    try (json) {
      if (whole) {
        json.endArray();
        json.array("findings", ofNoVersion, new Facts(json)::finding);
        json.endObject();
      }
    }
    if (whole) {
      Page.write(page, unfinished);
      move(unfinished, "migrations.json");
      move(page, "migrations.html");
    }
  }

  private void head(MigrationSet set, ProverSettings settings, String server) throws IOException {
    json.beginObject();
    json.number("format", FORMAT);
    json.text("location", set.location());
    json.text("server", server);
    json.object("settings", () -> settings(settings));
    json.object("rules", this::rules);
    json.texts("expected", set.migrations().stream().map(ProvableMigration::version).toList());
    json.beginArray("versions");
    json.flush();
    whole = true;
  }

  private void settings(ProverSettings settings) throws IOException {
    json.number("rowsPerTable", settings.rowsPerTable());
    json.number("moreRows", settings.moreRows());
    json.number("seed", settings.seed());
    json.number("lockTimeoutMillis", settings.lockTimeout().toMillis());
    json.number("statementTimeoutMillis", settings.statementTimeout().toMillis());
  }

  private void rules() throws IOException {
    for (Rule rule : Rule.values()) {
      json.object(
          rule.id(),
          () -> {
            json.constant("severity", rule.severity());
            json.text("title", rule.title());
            json.text("harm", rule.harm());
          });
    }
  }

  private void move(Path from, String name) throws IOException {
    Files.move(from, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
