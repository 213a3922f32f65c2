package io.speechtotext.codegen;

import io.speechtotext.throwaway.ThrowawayDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Property;

/** A module with migrations in it, for which the generator is run as the build runs it. */
final class Project {

  /** A server that nobody runs: who needs one fails. */
  static final String NO_SERVER = "jdbc:postgresql://127.0.0.1:1/none";

  private static final String OUTPUT = "target/generated-sources/jooq";

  private final Path directory;
  private final String server;
  private Consumer<Configuration> settings = configuration -> {};

  private Project(Path directory, String server) {
    this.directory = directory;
    this.server = server;
  }

  /** A project that generates on the server of {@code database}. */
  static Project in(Path directory, ThrowawayDatabase database) throws IOException {
    return in(directory, database, database.user(), database.password());
  }

  /** A project that generates on the server of {@code database} as that role. */
  static Project in(Path directory, ThrowawayDatabase database, String role, String password)
      throws IOException {
    String url = database.jdbcUrl() + (database.jdbcUrl().contains("?") ? "&" : "?");
    return in(directory, url + "user=" + role + "&password=" + password);
  }

  /** A project that generates on that rung of the ladder. */
  static Project in(Path directory, String server) throws IOException {
    Files.createDirectories(directory.resolve("migrations"));
    return new Project(directory, server);
  }

  /** The same content elsewhere, output and stamp included. */
  Project copiedTo(Path other) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.toList()) {
        Path copy = other.resolve(directory.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(path, copy);
        }
      }
    }
    return new Project(other, server).configured(settings);
  }

  /** Writes a pair: the migration's SQL, and an undo that nobody runs. */
  Project migration(String version, String sql) throws IOException {
    return write("V" + version + "__test.sql", sql)
        .write("U" + version + "__test.sql", "SELECT 1;\n");
  }

  /** Writes a file into the migrations directory. */
  Project write(String name, String text) throws IOException {
    Files.writeString(migrations().resolve(name), text);
    return this;
  }

  /** Changes what jOOQ is told, after what was changed before. */
  Project configured(Consumer<Configuration> change) {
    settings = settings.andThen(change);
    return this;
  }

  Configuration configuration() throws IOException {
    Configuration configuration = BuildConfiguration.read().withBasedir(directory.toString());
    List<Property> properties = configuration.getGenerator().getDatabase().getProperties();
    properties.get(0).setValue("migrations");
    properties.get(1).setValue("schema.snapshot");
    settings.accept(configuration);
    return configuration;
  }

  Outcome generate() throws Exception {
    return generate(server);
  }

  /** Succeeds only if no server is needed. */
  Outcome generateWithoutServer() throws Exception {
    return generate(NO_SERVER);
  }

  private Outcome generate(String onServer) throws Exception {
    Configuration configuration = configuration();
    return new SystemProperty("throwaway.postgres", onServer)
        .during(() -> logged(() -> GenerationTool.generate(configuration)));
  }

  // The log goes to whatever System.err is when a line is logged.
  private static Outcome logged(Executable action) throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      action.execute();
      return new Outcome(log.toString(StandardCharsets.UTF_8).lines().toList());
    } finally {
      System.setErr(before);
    }
  }

  private interface Executable {

    void execute() throws Exception;
  }

  /** The generated files: text by path below the output directory. */
  Map<String, String> generated() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(output())) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        files.put(output().relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  Path directory() {
    return directory;
  }

  String server() {
    return server;
  }

  Path migrations() {
    return directory.resolve("migrations");
  }

  Path output() {
    return directory.resolve(OUTPUT);
  }

  Path snapshot() {
    return directory.resolve("schema.snapshot");
  }

  Path stamp() {
    return directory.resolve(OUTPUT + ".stamp");
  }
}
