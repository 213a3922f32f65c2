package io.speechtotext.prover.cli;

import io.speechtotext.prover.Prover;
import io.speechtotext.prover.ProverSettings;
import io.speechtotext.prover.report.Report;
import io.speechtotext.prover.source.AppliedHistory;
import io.speechtotext.prover.source.Layout;
import io.speechtotext.prover.source.MigrationFiles;
import io.speechtotext.prover.source.MigrationSet;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code prove}. */
@Command(
    name = "prove",
    description = {
      "Runs migrations on a real PostgreSQL with rows, to find out what they lock, rewrite, lose or break.",
      "Understands V1__a.sql with U1__a.sql, <version>_<name>/up.sql with down.sql, and"
          + " <version>_<name>.up.sql with .down.sql.",
      "A server is started for it, in Docker if there is one.",
      "-Dthrowaway.postgres=docker, =embedded or =jdbc:postgresql://… before -jar chooses another."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:nothing was found that fails",
      "1:a migration breaks a rule, or could not be proven",
      "2:the command line cannot be understood, or the directory holds no migrations",
      "3:no server can be had, or something else that the proof needs"
    })
public final class Prove implements Callable<Integer> {

  private final Supplier<ThrowawayPostgres> servers;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIRECTORY", description = "Where the migrations are.")
  private Path directory = Path.of("");

  @Mixin private SettingsOptions options = new SettingsOptions();
  @Mixin private HistoryOption history;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write a report for people there, migrations.html, and its facts as JSON.")
  private @Nullable Path report;

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean json;

  private Prove(Supplier<ThrowawayPostgres> servers, Map<String, String> environment) {
    this.servers = servers;
    this.history = new HistoryOption(environment);
  }

  /** Runs it and ends the process with an exit code that {@code --help} explains. */
  public static void main(String[] arguments) {
    // Some locales have digits of their own, which no program reads.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    // SQL that is printed must be what the files say, whatever the locale can write.
    CommandLine prove =
        commandLine(ThrowawayPostgres::start, System.getenv())
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    System.exit(prove.execute(arguments));
  }

  /**
   * The same, to be run in this process; writes to its own {@code out} and {@code err}.
   *
   * @param servers asked for one, which is then closed, once the arguments are understood
   */
  static CommandLine commandLine(
      Supplier<ThrowawayPostgres> servers, Map<String, String> environment) {
    return new CommandLine(new Prove(servers, environment))
        .setExecutionExceptionHandler(new Failures())
        .setParameterExceptionHandler(new UsageFailures())
        .setUsageHelpAutoWidth(true);
  }

  @Override
  public Integer call() throws SQLException, IOException {
    ProverSettings settings = options.settings();
    MigrationSet set = compared(MigrationFiles.read(directory));
    Tally tally = new Tally();
    Output output;
    long begin = System.nanoTime();
    try (ThrowawayPostgres postgres = servers.get();
        @Nullable Report written = begunReport(set, settings, postgres)) {
      // Half a JSON object would be worse than none.
      output = output(set);
      new Prover(postgres, settings)
          .prove(
              set,
              proof -> {
                tally.proven(proof);
                output.proven(proof);
                if (written != null) {
                  written.proven(proof);
                }
              });
    }
    output.end(tally, Duration.ofNanos(System.nanoTime() - begin));
    if (report != null) {
      new Console(spec.commandLine()).note("Report: " + report.resolve("migrations.html"));
    }
    return tally.exitCode();
  }

  private @Nullable Report begunReport(
      MigrationSet set, ProverSettings settings, ThrowawayPostgres postgres) throws IOException {
    return report == null ? null : Report.begin(report, set, settings, postgres.description());
  }

  private MigrationSet compared(MigrationSet set) {
    return history
        .rows()
        .map(rows -> set.with(new AppliedHistory(rows).conflicts(onlyFlyways(set))))
        .orElse(set);
  }

  private MigrationSet onlyFlyways(MigrationSet set) {
    boolean others =
        set.migrations().stream()
            .anyMatch(each -> Layout.ofScript(each.up().name()) != Layout.FLYWAY);
    if (others) {
      throw new ParameterException(
          spec.commandLine(),
          "--history reads Flyway's table, and %s holds migrations of another tool. Next: leave it out"
              .formatted(set.location()));
    }
    return set;
  }

  private Output output(MigrationSet set) {
    return json
        ? new JsonOutput(spec.commandLine().getOut(), set)
        : new TextOutput(new Console(spec.commandLine()), set);
  }
}
