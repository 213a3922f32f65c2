package io.speechtotext.app.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.Repositories;
import io.speechtotext.app.SpeechToText;
import io.speechtotext.app.SpeechToTextConfig;
import io.speechtotext.app.config.DatabaseSettings;
import io.speechtotext.app.database.DatabaseOptions;
import io.speechtotext.app.database.PoolSettings;
import io.speechtotext.app.failure.UnavailableException;
import io.speechtotext.app.failure.UnavailableException.Outcome;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation of every repository over a connection that is cut while it runs. Afterwards the
 * database is asked whether it happened, and what the caller was told has to be true.
 */
@FromTemplate(MigratedSchema.class)
@Isolated("The server is to notice a cut at once.")
class CutConnectionsTest {

  private static final String PROXIED = "through-the-proxy";

  private static final List<String> TABLES =
      List.of("feedback", "jobs", "api_keys", "lexicon_terms", "lexicons");

  private static final int CUTS = Integer.getInteger("fire.cuts", 10);

  private final Sql sql;
  private final CuttingProxy proxy;
  private final SpeechToText direct;
  private final SpeechToText proxied;
  private final Ground ground;

  CutConnectionsTest(ThrowawayDatabase copy) {
    URI server = URI.create(copy.jdbcUrl().substring("jdbc:".length()));
    sql = new Sql(copy);
    proxy = CuttingProxy.before(server.getHost(), server.getPort());
    direct = SpeechToText.open(config(MigratedSchema.url(copy, copy.password())));
    proxied =
        SpeechToText.open(
            config(
                MigratedSchema.url(copy, copy.password())
                        .replace(server.getAuthority(), "127.0.0.1:" + proxy.port())
                    + "&ApplicationName="
                    + PROXIED));
    ground = new Ground(direct, sql::execute);
  }

  private static SpeechToTextConfig config(String url) {
    DatabaseSettings settings = DatabaseSettings.from(Map.of("DATABASE_URL", url));
    PoolSettings one = new PoolSettings(1, Duration.ofSeconds(20));
    return SpeechToTextConfig.of(settings)
        .with(DatabaseOptions.of(settings).with(one))
        .withLegacyKeys(true);
  }

  @AfterEach
  void close() throws IOException {
    proxied.close();
    direct.close();
    proxy.close();
    sql.close();
  }

  static Stream<Operation> operations() {
    return Stream.of(JobOperations.all(), OtherOperations.all()).flatMap(List::stream);
  }

  @Test
  void areTriedOnEveryOperationThatThereIs() {
    Set<String> tried =
        operations().map(each -> each.name().replaceFirst(" .*", "")).collect(Collectors.toSet());
    tried.remove("transaction");
    assertThat(tried)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Repositories.class.getMethods())
                .filter(each -> each.getReturnType().getSimpleName().endsWith("Repository"))
                .flatMap(CutConnectionsTest::operationsOf)
                .collect(Collectors.toSet()));
  }

  private static Stream<String> operationsOf(Method accessor) {
    return Arrays.stream(accessor.getReturnType().getDeclaredMethods())
        .filter(each -> Modifier.isPublic(each.getModifiers()))
        // Not an operation: the same repository elsewhere.
        .filter(each -> !each.getReturnType().equals(accessor.getReturnType()))
        .map(each -> accessor.getName() + "." + each.getName());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void tellTheTruth(Operation operation) {
    cutEverywhere(operation, 2);
  }

  @Tag("ci")
  @ParameterizedTest
  @MethodSource("operations")
  void tellTheTruthAtManyPlaces(Operation operation) {
    cutEverywhere(operation, Integer.getInteger("fire.places", 12));
  }

  @Tag("ci")
  @ParameterizedTest
  @MethodSource("operations")
  void tellTheTruthWhereverChanceHasThemCut(Operation operation) {
    RandomCuts cuts = RandomCuts.of(operation);
    Map<Direction, Long> lengths = new EnumMap<>(Direction.class);
    for (Direction direction : Direction.values()) {
      lengths.put(direction, length(operation, direction));
    }
    for (int i = 0; i < CUTS; i++) {
      cut(operation, cuts.next(lengths));
    }
  }

  private void cutEverywhere(Operation operation, int places) {
    for (Direction direction : Direction.values()) {
      long length = length(operation, direction);
      LongStream.rangeClosed(0, places)
          .mapToObj(i -> new Cut(direction, length * i / places, i % 2 == 1))
          .forEach(cut -> cut(operation, cut));
    }
  }

  private long length(Operation operation, Direction direction) {
    Consumer<Repositories> prepared = prepare(operation);
    connect();
    proxy.arm(new Cut(direction, Long.MAX_VALUE, false));
    prepared.accept(proxied);
    return proxy.passed(direction);
  }

  private Consumer<Repositories> prepare(Operation operation) {
    // Quicker than to truncate them, for so few rows.
    TABLES.forEach(table -> sql.execute("DELETE FROM " + table));
    Consumer<Repositories> prepared = operation.prepared().apply(ground);
    assertThat(happened(operation)).as("%s before it was done", operation).isZero();
    return prepared;
  }

  private void cut(Operation operation, Cut cut) {
    Consumer<Repositories> prepared = prepare(operation);
    String session = connect();
    proxy.arm(cut);
    Optional<UnavailableException> failure = run(prepared);
    if (proxy.hasCut()) {
      sql.awaits("SELECT count(*) = 0 FROM pg_stat_activity WHERE pid = " + session);
    }
    proxy.recover();
    judge(operation, cut, prepared, failure);
  }

  /** Sees to it that there is a connection to be cut, and returns its process. */
  private String connect() {
    assertThat(proxied.health(Duration.ofMinutes(1)).problem()).isEmpty();
    String sessions = "FROM pg_stat_activity WHERE application_name = '%s'".formatted(PROXIED);
    sql.awaits("SELECT count(*) = 1 " + sessions);
    return sql.value("SELECT pid " + sessions);
  }

  private Optional<UnavailableException> run(Consumer<Repositories> prepared) {
    try {
      prepared.accept(proxied);
      return Optional.empty();
    } catch (UnavailableException e) {
      return Optional.of(e);
    }
  }

  private void judge(
      Operation operation,
      Cut cut,
      Consumer<Repositories> prepared,
      Optional<UnavailableException> failure) {
    String what = "%s, %s: %s".formatted(operation, cut, failure);
    if (operation.effects().isEmpty()) {
      assertThat(failure.map(UnavailableException::safeToRepeat))
          .as(what)
          .isNotEqualTo(Optional.of(false));
      return;
    }
    int times = happened(operation);
    if (failure.isEmpty()) {
      assertThat(times).as(what).isEqualTo(1);
    } else if (failure.get().outcome() == Outcome.NOT_DONE) {
      assertThat(times).as(what).isZero();
      assertThat(failure.get().safeToRepeat()).as(what).isTrue();
    }
    if (failure.filter(UnavailableException::safeToRepeat).isPresent()) {
      prepared.accept(proxied);
      assertThat(happened(operation)).as(what + ", repeated").isEqualTo(1);
    }
    assertThat(times).as(what).isBetween(0, 1);
  }

  private int happened(Operation operation) {
    return operation.effects().map(sql::value).map(Integer::parseInt).orElse(0);
  }
}
