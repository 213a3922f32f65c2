package io.speechtotext.prover.rows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds values for any type of a database. */
final class TypeValues {

  /** How many are drawn to choose from, where not every value will do. */
  static final int CANDIDATES = 400;

  private static final int SAMPLES = 40;

  private final ServerTypes types;
  private final Trials trials;
  private final long seed;

  TypeValues(ServerTypes types, Trials trials, long seed) {
    this.types = types;
    this.trials = trials;
    this.seed = seed;
  }

  /** Values of that type; empty when none could be found. */
  Optional<Values> of(long oid, ValueRequest request) throws SQLException {
    ServerType type = types.type(oid);
    return switch (type.kind()) {
      case 'e' -> labels(type, request);
      case 'd' -> domain(type, request);
      case 'c' -> composite(type, request);
      case 'r' -> range(type, request);
      case 'm' -> Optional.of(RangeValues.multiranges(subtype(types.type(type.inner()))));
      default -> type.isArray() ? array(type, request) : base(type, oid, request);
    };
  }

  /** How many samples of a pattern are made, for as many rows. */
  static int samples(boolean distinct, int count) {
    return distinct ? Math.max(SAMPLES, 2 * count) : SAMPLES;
  }

  /** Draws so many candidates. */
  List<String> draw(Values values, int count) {
    Random random = new Random(seed);
    List<String> drawn = new ArrayList<>(count);
    for (int ordinal = 0; ordinal < count; ordinal++) {
      drawn.add(values.draw(random, ordinal));
    }
    return drawn;
  }

  /** The type that a column's values look like: a domain's innermost base, or the type itself. */
  ServerType plain(long oid) throws SQLException {
    ServerType type = types.type(oid);
    return type.kind() == 'd' ? plain(type.inner()) : type;
  }

  /** Whether the type itself, being a domain, refuses NULL. */
  boolean refusesNull(long oid) throws SQLException {
    ServerType type = types.type(oid);
    return type.kind() == 'd' && (type.notNull() || refusesNull(type.inner()));
  }

  private static Optional<Values> labels(ServerType type, ValueRequest request) {
    if (type.labels().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        request.distinct() ? Values.inTurn(type.labels()) : Values.anyOf(type.labels()));
  }

  private Optional<Values> domain(ServerType type, ValueRequest request) throws SQLException {
    Optional<Values> base = of(type.inner(), request.base(type.innerModifier()));
    if (type.checks().isEmpty() || base.isEmpty()) {
      return base;
    }
    List<String> candidates = new ArrayList<>();
    candidates.addAll(draw(base.get(), Math.max(CANDIDATES, request.count() * 2)));
    candidates.addAll(
        Harvest.of(
            String.join(" AND ", type.checks()),
            plain(type.inner()),
            samples(request.distinct(), request.count()),
            new Random(seed)));
    return pool(
        trials.taken(candidates, type.baseSql(), "value", type.checks()), request.distinct());
  }

  /** Those values, of which none is NULL; empty when there are none. */
  static Optional<Values> pool(List<? extends @Nullable String> values, boolean distinct) {
    List<String> all = values.stream().<String>map(Objects::requireNonNull).toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        distinct ? Values.inTurn(all.stream().distinct().toList()) : Values.anyOf(all));
  }

  private Optional<Values> composite(ServerType type, ValueRequest request) throws SQLException {
    List<Values> fields = new ArrayList<>();
    for (int i = 0; i < type.fields().size(); i++) {
      Optional<Values> field = of(type.fields().get(i), request.part(type.fieldModifiers().get(i)));
      if (field.isEmpty()) {
        return Optional.empty();
      }
      fields.add(field.get());
    }
    return Optional.of(
        (random, ordinal) ->
            Literals.row(fields.stream().map(field -> field.draw(random, ordinal)).toList()));
  }

  private Optional<Values> array(ServerType type, ValueRequest request) throws SQLException {
    char delimiter = types.type(type.inner()).delimiter();
    Values elements = of(type.inner(), request.part(request.modifier())).orElse(null);
    if (elements == null) {
      return Optional.of((random, ordinal) -> "{}");
    }
    return Optional.of(
        (random, ordinal) ->
            Literals.array(
                Stream.generate(() -> elements.draw(random, ordinal))
                    .limit(random.nextInt(5))
                    .toList(),
                delimiter));
  }

  private Optional<Values> range(ServerType type, ValueRequest request) throws SQLException {
    String subtype = subtype(type);
    Optional<Values> bounds = of(type.inner(), request.part(-1));
    return bounds.map(
        each ->
            request.distinct()
                ? RangeValues.distinct(subtype, each)
                : RangeValues.of(subtype, each));
  }

  private String subtype(ServerType range) throws SQLException {
    return types.type(range.inner()).name();
  }

  private Optional<Values> base(ServerType type, long oid, ValueRequest request)
      throws SQLException {
    if (type.builtIn() && !type.name().equals("xml")) {
      Optional<Values> known = BaseValues.of(type.name(), request);
      if (known.isPresent()) {
        return known;
      }
    }
    return tried(type, oid, request);
  }

  // An extension's type, or one that this server may have been built without.
  private Optional<Values> tried(ServerType type, long oid, ValueRequest request)
      throws SQLException {
    if (type.category() == 'S') {
      return BaseValues.of("text", request);
    }
    String sql = types.sqlName(oid, request.modifier());
    List<String> candidates =
        PlainValues.knows(type.name())
            ? draw(PlainValues.of(type.name()), SAMPLES)
            : BaseValues.guesses(request, new Random(seed));
    return pool(trials.taken(candidates, sql, "value", List.of()), request.distinct());
  }
}
